package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.postkontor.ui.internal.outbox.MailCount;
import org.postkontor.ui.internal.outbox.OutboxMessages;

/** One mail is not "1 mails". */
class MailCountTest {
	@Test
	void hasWordsOfItsOwnForOneMail() {
		assertEquals(OutboxMessages.oneSent, MailCount.sent(1));
		assertEquals(OutboxMessages.oneFailed, MailCount.failed(1));
		assertEquals(OutboxMessages.oneTooLate, MailCount.late(1));
		assertEquals(OutboxMessages.oneNotRestored, MailCount.notRestored(1));
	}

	@Test
	void saysHowManyOtherwise() {
		assertEquals(NLS.bind(OutboxMessages.someSent, 0), MailCount.sent(0));
		assertEquals(NLS.bind(OutboxMessages.someFailed, 2), MailCount.failed(2));
		assertEquals(NLS.bind(OutboxMessages.tooLate, 3), MailCount.late(3));
		assertEquals(NLS.bind(OutboxMessages.notRestored, 4), MailCount.notRestored(4));
	}

	@Test
	void sumsUpWhatNeedsSomebody() {
		assertEquals(NLS.bind(OutboxMessages.summary, 5, 2), MailCount.summary(5, 2));
		assertEquals(NLS.bind(OutboxMessages.summaryOne, 5), MailCount.summary(5, 1));
		assertEquals(OutboxMessages.summaryOnly, MailCount.summary(1, 1));
	}
}
