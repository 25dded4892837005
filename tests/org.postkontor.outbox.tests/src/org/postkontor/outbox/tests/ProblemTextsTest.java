package org.postkontor.outbox.tests;

import org.postkontor.fakes.ProblemTextsContract;
import org.postkontor.outbox.internal.DurableOutbox;

class ProblemTextsTest extends ProblemTextsContract {
	ProblemTextsTest() {
		super("outbox", DurableOutbox.class);
	}
}
