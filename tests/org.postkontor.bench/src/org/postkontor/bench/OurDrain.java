package org.postkontor.bench;

import org.postkontor.message.Draft;

/** The whole way from the durable outbox to the server's answer, recorded; all connecting is part of the work. */
record OurDrain(String name, Cable cable, TestOutbox outbox, int mails) implements Side {

	@Override
	public Sample round() throws Exception {
		Draft draft = Corpus.draft();
		for (int i = 0; i < mails; i++) {
			outbox.submit(draft);
		}
		Cable.Meter meter = cable.meter();
		outbox.drain(mails);
		Sample sample = meter.read(0);
		cable.expectMails(mails);
		outbox.clear();
		return sample;
	}
}
