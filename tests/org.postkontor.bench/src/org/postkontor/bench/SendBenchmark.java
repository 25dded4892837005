package org.postkontor.bench;

import java.time.Duration;
import java.util.List;

import org.postkontor.message.OutgoingMessage;

/** Sending over one connection, against the mail library alone. */
final class SendBenchmark implements Benchmark {
	private static final String DURABLE = "Postkontor, forced journal";
	private static final String VOLATILE = "Postkontor, no journal";

	@Override
	public String name() {
		return "send";
	}

	@Override
	public String run(Options options) throws Exception {
		return run(options, Duration.ZERO, 100) + "\n" + run(options, Duration.ofMillis(40), 20);
	}

	private static String run(Options options, Duration roundTrip, int usual) throws Exception {
		int mails = options.mails(usual);
		int rounds = options.rounds(10);
		try (TemporaryFolder folder = TemporaryFolder.in(options); Cable cable = new Cable(roundTrip); Office office = Cable.office();
				var journal = Journals.forced(folder.path().resolve("journal"))) {
			OutgoingMessage mail = Corpus.freeze(folder.path());
			Comparison result = new Comparison(Rounds.run(rounds,
					List.of(new OurSender(DURABLE, cable, office, mail, mails, journal), new RawAngus(RawAngus.NODELAY, cable, mail, mails, true),
							new OurSender(VOLATILE, cable, office, mail, mails, Journals.none()), new RawAngus(RawAngus.DEFAULTS, cable, mail, mails, false))),
					mails);
			return "Round-trip time " + roundTrip.toMillis() + " ms, mails of " + mail.size() + " bytes. " + result.method(rounds) + "\n" + result.table() + "\n"
					+ result.ratio(DURABLE, RawAngus.NODELAY) + result.ratio(VOLATILE, RawAngus.NODELAY) + result.ratio(DURABLE, RawAngus.DEFAULTS);
		}
	}
}
