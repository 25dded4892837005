package org.postkontor.ui.internal.outbox;

import org.eclipse.osgi.util.NLS;

/** Sentences about a number of mails; a single one has words of its own. */
public final class MailCount {
	private MailCount() {
	}

	/** @param stuck how many of all need somebody, at least one */
	public static String summary(int all, long stuck) {
		if (stuck > 1) {
			return NLS.bind(OutboxMessages.summary, all, stuck);
		}
		return all == 1 ? OutboxMessages.summaryOnly : NLS.bind(OutboxMessages.summaryOne, all);
	}

	public static String sent(int mails) {
		return text(OutboxMessages.oneSent, OutboxMessages.someSent, mails);
	}

	public static String failed(int mails) {
		return text(OutboxMessages.oneFailed, OutboxMessages.someFailed, mails);
	}

	/** Mails that were being handed over already. */
	public static String late(int mails) {
		return text(OutboxMessages.oneTooLate, OutboxMessages.tooLate, mails);
	}

	public static String notRestored(int mails) {
		return text(OutboxMessages.oneNotRestored, OutboxMessages.notRestored, mails);
	}

	private static String text(String one, String many, int mails) {
		return mails == 1 ? one : NLS.bind(many, mails);
	}
}
