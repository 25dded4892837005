package org.postkontor.bench;

import java.time.Duration;
import java.util.List;

import org.postkontor.message.OutgoingMessage;

/** Sending over one connection, against the mail library alone. */
record SendBenchmark(Duration roundTrip) implements Benchmark {
	private static final String DURABLE = "Postkontor, forced journal";
	private static final String VOLATILE = "Postkontor, no journal";
	private static final int WHOLE = 1000;

	@Override
	public String name() {
		return "send-" + roundTrip.toMillis() + "ms";
	}

	@Override
	public String run(Options options) throws Exception {
		int mails = options.mails(roundTrip.isZero() ? 100 : 15, WHOLE);
		try (TemporaryFolder folder = TemporaryFolder.in(options); Cable cable = new Cable(roundTrip); Office office = Cable.office();
				var journal = Journals.forced(folder.path().resolve("journal"))) {
			OutgoingMessage mail = Corpus.freeze(folder.path());
			Comparison result = new Comparison(options.rounds(10, 60).warmingUp(options.warmUp()).run(
					options.chosen(List.of(new OurSender(DURABLE, cable, office, mail, mails, journal, mails), new RawAngus(RawAngus.NODELAY, cable, mail, mails, true, RawAngus.Journal.none()),
							new OurSender(VOLATILE, cable, office, mail, mails, Journals.none(), 0), new RawAngus(RawAngus.DEFAULTS, cable, mail, mails, false, RawAngus.Journal.none())))),
					WHOLE);
			return "Round-trip time " + roundTrip.toMillis() + " ms, mails of " + Spread.number(mail.size(), 0) + " bytes. " + result.method() + "\n" + result.table() + "\n"
					+ result.ratio(DURABLE, RawAngus.NODELAY) + result.ratio(VOLATILE, RawAngus.NODELAY) + result.ratio(DURABLE, RawAngus.DEFAULTS) + result.cold();
		}
	}
}
