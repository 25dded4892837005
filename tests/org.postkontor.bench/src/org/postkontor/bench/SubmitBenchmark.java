package org.postkontor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;

/** How long a person waits until "queued" is true, and a suite that has many mails, against what the disk allows. */
final class SubmitBenchmark implements Benchmark {
	private static final String SINGLE = "Postkontor: compose and accept durably";
	private static final String FORCED = "file written, forced, renamed, folder forced";
	private static final String UNFORCED = "file written, nothing forced";
	private static final String GROUP = "Postkontor: accept 100 durably in one go, per mail";
	private static final String FORCED_GROUP = "100 files written, forced, renamed, folder forced once, per file";
	private static final int TOGETHER = 100;

	@Override
	public String name() {
		return "submit";
	}

	@Override
	public String run(Options options) throws Exception {
		int mails = options.mails(1000, 1000);
		int groups = options.mails(20, 100);
		try (TemporaryFolder folder = TemporaryFolder.in(options); Office office = Cable.office();
				TestOutbox outbox = new TestOutbox(folder.path().resolve("home"), Office.smtp(1), office)) {
			OutgoingMessage mail = Corpus.freeze(folder.path());
			byte[] bytes;
			try (var in = mail.content().open()) {
				bytes = in.readAllBytes();
			}
			Draft draft = Corpus.draft();
			long before = outbox.forces().count();
			Map<String, List<Sample>> single = new Rounds(mails, options.rounds(1, 60).limit()).run(List.of(new Timed(SINGLE, 1, () -> outbox.submit(draft)),
					new Timed(FORCED, 1, () -> forced(folder.path(), bytes, 1)), new Timed(UNFORCED, 1, () -> Files.write(folder.path().resolve("unforced"), bytes)))).samples();
			int count = single.get(SINGLE).size();
			// The composer forces the file that it writes itself.
			double forces = 1 + (double) (outbox.forces().count() - before) / (count + 1);
			before = outbox.forces().count();
			Map<String, List<Sample>> group = new Rounds(groups, options.rounds(1, 60).limit()).run(List.of(new Timed(GROUP, TOGETHER, () -> outbox.submit(mail, TOGETHER)),
					new Timed(FORCED_GROUP, TOGETHER, () -> forced(folder.path(), bytes, TOGETHER)))).samples();
			double groupForces = (double) (outbox.forces().count() - before) / (group.get(GROUP).size() + 1) / TOGETHER;
			return count + " mails of " + Spread.number(bytes.length, 0) + " bytes one by one and " + group.get(GROUP).size() + " times " + TOGETHER
					+ ", the sides in turns, the first of each discarded. The outbox waited for the disk " + Spread.number(forces, 2) + " times for a mail alone, "
					+ Spread.number(groupForces, 2) + " times for one of many.\n\n" + table(single) + "\n" + table(group) + "\n- target: p99 of a mail alone at most 25 ms\n";
		}
	}

	private static Table table(Map<String, List<Sample>> samples) {
		Table table = new Table("side", "p50, ms", "p99, ms", "largest, ms", "per second (p50)");
		samples.forEach((side, all) -> {
			List<Double> millis = all.stream().map(sample -> sample.perMail() * 1000).toList();
			double median = Spread.percentile(millis, 50);
			table.row(side, Spread.number(median, 2), Spread.number(Spread.percentile(millis, 99), 2), Spread.number(Spread.of(millis).max(), 2),
					Spread.number(1000 / median, 0));
		});
		return table;
	}

	private static void forced(Path folder, byte[] bytes, int files) throws IOException {
		for (int i = 0; i < files; i++) {
			Path file = folder.resolve("forced.tmp");
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
				channel.write(ByteBuffer.wrap(bytes));
				channel.force(true);
			}
			Files.move(file, folder.resolve("forced" + i), StandardCopyOption.ATOMIC_MOVE);
		}
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}
}
