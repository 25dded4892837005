package org.postkontor.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postkontor.net.OfficeTrust;
import org.postkontor.outbox.Outbox.DrainSummary;

/** The product's part of {@link QueueBenchmark}, alone in its heap: home, CA, SMTP port. */
final class QueueChild {
	static final String DONE = "DONE";

	private QueueChild() {
	}

	/** Seconds since the outbox was opened, entries found, bytes of heap at most. */
	record Times(double known, double first, double listed, int entries, long peak) {
		static Times parse(String line) {
			String[] words = line.split(" ");
			return new Times(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]), Integer.parseInt(words[3]),
					Long.parseLong(words[4]));
		}

		String line() {
			return String.format(Locale.ROOT, "%f %f %f %d %d", known, first, listed, entries, peak);
		}
	}

	public static void main(String[] arguments) throws Exception {
		int port = Integer.parseInt(arguments[2]);
		try (Office office = new Office(OfficeTrust.read(Path.of(arguments[1])))) {
			long start = System.nanoTime();
			try (TestOutbox outbox = new TestOutbox(Path.of(arguments[0]), Office.smtp(port), office)) {
				outbox.outbox().nextDue().orElseThrow();
				outbox.outbox().lanes();
				double known = Rounds.seconds(start);
				double first = sendOne(outbox, start);
				long listing = System.nanoTime();
				int entries = (int) outbox.outbox().entries().stream().filter(entry -> entry.state().isWaiting()).count() + 1;
				double listed = Rounds.seconds(listing);
				System.out.println(DONE + " " + new Times(known, first, listed, entries, Memory.peak()).line());
			}
		}
	}

	/** Seconds until one mail was recorded as sent; then the drain is cancelled. */
	private static double sendOne(TestOutbox outbox, long start) throws Exception {
		OneMail one = new OneMail(start);
		outbox.forces().onTransaction("record-accepted", () -> one.setCanceled(true));
		DrainSummary summary = outbox.outbox().drain(Optional.empty(), one);
		if (summary.sent() != 1) {
			throw new IllegalStateException("sent " + summary.sent() + " instead of one mail");
		}
		return one.seconds;
	}

	/** Notes when the drain, its transaction done, looks whether it shall go on. */
	private static final class OneMail extends NullProgressMonitor {
		private final long start;
		private volatile double seconds;

		OneMail(long start) {
			this.start = start;
		}

		@Override
		public boolean isCanceled() {
			boolean cancelled = super.isCanceled();
			if (cancelled && seconds == 0) {
				seconds = Rounds.seconds(start);
			}
			return cancelled;
		}
	}
}
