package org.postkontor.bench;

import org.postkontor.message.OutgoingMessage;

/** The whole way from the durable outbox to the server's answer, recorded; all connecting is part of the work. */
record OurDrain(String name, Cable cable, TestOutbox outbox, OutgoingMessage mail, int mails) implements Side {

	@Override
	public Sample round() throws Exception {
		outbox.submit(mail, mails);
		long forces = outbox.forces().count();
		Cable.Meter meter = cable.meter();
		outbox.drain(mails);
		Sample sample = meter.read(0, mails).forced(outbox.forces().count() - forces);
		outbox.clear();
		return sample;
	}
}
