package org.postkontor.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.postkontor.reliability.cut.ByteCuts;
import org.postkontor.reliability.cut.CutTally;

/** Case 45 as a whole; leaves its numbers for the page. */
final class CutProof {
	private static final String NAME = "byte-cut";

	private final Path work;
	private final int workers;
	private final Consumer<String> out;

	/** @param out gets what happens, from any thread */
	CutProof(Path work, int workers, Consumer<String> out) {
		this.work = work;
		this.workers = workers;
		this.out = out;
	}

	/** @return whether nothing was lost or doubled, and a doubt was left only where nobody can know */
	boolean run() throws Exception {
		Path folder = work.resolve(NAME);
		Kills.delete(folder);
		Files.createDirectories(folder);
		CutTally tally = new ByteCuts(folder, workers, out).run();
		tally.lost().forEach(line -> out.accept("LOST " + line));
		tally.doubled().forEach(line -> out.accept("DOUBLED " + line));
		tally.wrong().forEach(line -> out.accept("WRONG " + line));
		out.accept(tally.runs() + " cuts, lost " + tally.lost().size() + ", doubled " + tally.doubled().size() + ", in doubt " + tally.inDoubt());
		if (tally.isGood()) {
			Kills.delete(folder);
			figures(tally).keep(work, NAME);
		}
		return tally.isGood();
	}

	private static Figures figures(CutTally tally) {
		return new Figures("The line is cut after each byte", null, tally.runs(), tally.lost().size(), tally.doubled().size(), tally.inDoubt(), """
				a session that sends a mail of less than 500 bytes, behind a proxy that ends TLS, is cut after each of its bytes, in both \
				directions, with a reset and with an end of the stream; then the line is good again and the outbox goes on. A doubt is \
				left only by a cut between DATA and the end of the final dot, or between the server's 354 and its answer to the dot.""");
	}
}
