package org.postkontor.bench;

import java.util.concurrent.atomic.AtomicReference;

import org.postkontor.message.OutgoingMessage;

/**
 * The whole way from the durable outbox to the server's answer, recorded. Connecting ends where the first attempt is about
 * to be recorded; all later connections are part of the work.
 */
record OurDrain(String name, Cable cable, TestOutbox outbox, OutgoingMessage mail, int mails) implements Side {

	/** The work began here. */
	private record Begin(double before, Cable.Meter meter) {
	}

	@Override
	public Sample round() throws Exception {
		outbox.submit(mail, mails);
		long forces = outbox.forces().count();
		AtomicReference<Begin> begin = new AtomicReference<>();
		long start = System.nanoTime();
		outbox.forces().onTransaction("record-attempt", () -> {
			if (begin.get() == null) {
				begin.compareAndSet(null, new Begin(Rounds.seconds(start), cable.meter()));
			}
		});
		outbox.drain(mails);
		Sample sample = begin.get().meter().read(begin.get().before(), mails).forced(outbox.forces().count() - forces);
		outbox.clear();
		return sample;
	}
}
