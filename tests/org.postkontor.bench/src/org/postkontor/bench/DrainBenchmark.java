package org.postkontor.bench;

import java.time.Duration;
import java.util.List;

import org.postkontor.message.OutgoingMessage;

/** Draining the outbox, against the mail library alone. */
final class DrainBenchmark implements Benchmark {
	private static final String OURS = "Postkontor outbox";

	@Override
	public String name() {
		return "drain";
	}

	@Override
	public String run(Options options) throws Exception {
		return run(options, Duration.ZERO, 100) + "\n" + run(options, Duration.ofMillis(40), 20);
	}

	private static String run(Options options, Duration roundTrip, int usual) throws Exception {
		int mails = options.mails(usual);
		int rounds = options.rounds(10);
		try (TemporaryFolder folder = TemporaryFolder.in(options); Cable cable = new Cable(roundTrip); Office office = Cable.office();
				TestOutbox outbox = new TestOutbox(folder.path().resolve("home"), Office.smtp(cable.port()), office, List.of())) {
			OutgoingMessage mail = Corpus.freeze(folder.path());
			Comparison result = new Comparison(Rounds.run(rounds,
					List.of(new OurDrain(OURS, cable, outbox, mails), new RawAngus(RawAngus.NODELAY, cable, mail, mails, true))), mails);
			return "Round-trip time " + roundTrip.toMillis() + " ms, mails of " + mail.size() + " bytes. " + result.method(rounds)
					+ "The outbox connects anew after every few mails; that is part of its time per mail.\n\n" + result.table() + "\n"
					+ result.ratio(OURS, RawAngus.NODELAY);
		}
	}
}
