package org.postkontor.inbox.tests;

import org.postkontor.fakes.ProblemTextsContract;
import org.postkontor.inbox.internal.SqliteInbox;

class ProblemTextsTest extends ProblemTextsContract {
	ProblemTextsTest() {
		super("inbox", SqliteInbox.class);
	}
}
