package org.postkontor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;

/**
 * Draining the outbox, against the mail library alone and programs of Unix.
 *
 * @param megabytes of the attachment; 0 for a mail of text only
 * @param whole     so many mails a full run sends
 */
record DrainBenchmark(int megabytes, Duration roundTrip, int recipients, int whole) implements Benchmark {
	private static final String OURS = "Postkontor outbox";
	private static final int SECONDS = 120;
	private static final int LONG = 300;
	private static final int ROUNDS = 7;

	/** All of them, the quickest first. */
	static Stream<Benchmark> all() {
		List<Benchmark> all = new ArrayList<>();
		for (int megabytes : new int[] { 0, 5 }) {
			for (int millis : new int[] { 0, 40 }) {
				for (int recipients : new int[] { 1, 10 }) {
					all.add(new DrainBenchmark(megabytes, Duration.ofMillis(millis), recipients, megabytes == 0 ? 1000 : 100));
				}
			}
		}
		return all.stream();
	}

	@Override
	public String name() {
		return ("drain-" + (megabytes == 0 ? "20kb" : megabytes + "mb") + "-" + roundTrip.toMillis() + "ms-" + recipients + "to").toLowerCase(Locale.ROOT);
	}

	@Override
	public String run(Options options) throws Exception {
		boolean near = roundTrip.isZero();
		boolean small = near && megabytes == 0;
		// A line lasts for ten mails: fewer would not show what changing it costs.
		int mails = options.mails(small ? 500 : near ? 30 : 40, whole);
		int fewer = options.mails(small ? 30 : near || recipients == 1 ? 10 : 6, whole);
		try (TemporaryFolder folder = TemporaryFolder.in(options); Cable cable = new Cable(roundTrip); Cable plain = Cable.withoutTls(roundTrip);
				Office office = Cable.office(); TestOutbox outbox = new TestOutbox(folder.path().resolve("home"), Office.smtp(cable.port()), office);
				var journal = Journals.forced(folder.path().resolve("journal"))) {
			OutgoingMessage mail = mail(folder.path());
			List<Side> sides = new ArrayList<>();
			OurDrain ours = new OurDrain(OURS, cable, outbox, mail, mails);
			Counted counted = new Counted(ours);
			sides.add(counted);
			sides.add(new RawAngus(RawAngus.NODELAY, cable, mail, near ? mails : fewer, true, RawAngus.Journal.none()));
			sides.add(new RawAngus(RawAngus.FORCED, cable, mail, near ? mails : fewer, true, () -> {
				int forces = counted.forcesPerMail();
				for (int i = 0; i < forces; i++) {
					journal.boundary();
				}
				return forces;
			}));
			sides.add(new RawAngus(RawAngus.DEFAULTS, cable, mail, fewer, false, RawAngus.Journal.none()));
			addPrograms(sides, folder.path(), mail, cable, plain, near ? mails : fewer, fewer);
			Comparison result = new Comparison(options.rounds(ROUNDS, small ? LONG : SECONDS).warmingUp(small ? options.longWarmUp() : options.warmUp()).run(options.chosen(sides)), whole);
			return "Round-trip time " + roundTrip.toMillis() + " ms, mails of " + Spread.number(mail.size(), 0) + " bytes to " + recipients
					+ (recipients == 1 ? " recipient. " : " recipients. ") + result.method() + Programs.missing() + "\n" + result.table() + "\n"
					+ result.ratio(OURS, RawAngus.NODELAY) + result.ratio(OURS, RawAngus.FORCED) + result.ratio(OURS, RawAngus.DEFAULTS)
					+ result.ratio(OURS, Programs.SMTP_SOURCE) + result.ratio(OURS, Programs.MSMTP) + result.cold();
		}
	}

	private OutgoingMessage mail(Path folder) throws Exception {
		Draft draft = Corpus.draft(Office.recipients(recipients), megabytes == 0 ? List.of() : List.of(Corpus.attachment(folder, megabytes)));
		return Corpus.freeze(draft, folder);
	}

	private void addPrograms(List<Side> sides, Path folder, OutgoingMessage mail, Cable cable, Cable plain, int mails, int fewer) throws Exception {
		Path text = Corpus.unix(mail, folder);
		Programs.smtpSource().ifPresent(program -> sides.add(new Programs.SmtpSource(Programs.SMTP_SOURCE, program, plain, text, recipients, mails)));
		if (Programs.msmtp().isPresent()) {
			Path configuration = Programs.Msmtp.configuration(folder, cable, Cable.authority().writeCaPem(folder.resolve("ca.pem")));
			sides.add(new Programs.Msmtp(Programs.MSMTP, Programs.msmtp().get(), cable, configuration, text, Office.recipients(recipients), fewer));
		}
	}

	/** Remembers how often the disk was waited for in its latest round. */
	private static final class Counted implements Side {
		private final Side side;
		private int forcesPerMail;

		Counted(Side side) {
			this.side = side;
		}

		@Override
		public String name() {
			return side.name();
		}

		@Override
		public Sample round() throws Exception {
			Sample sample = side.round();
			forcesPerMail = Math.round((float) sample.forces() / sample.mails());
			return sample;
		}

		int forcesPerMail() {
			return forcesPerMail;
		}
	}
}
