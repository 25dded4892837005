package org.postkontor.outbox.internal;

import org.postkontor.transport.SendConnection;

/** A connection and what went over it: servers limit both, so it is left after ten mails or a hundred recipients. */
final class OpenLine {
	static final int MAILS = 10;
	static final int RECIPIENTS = 100;

	private final SendConnection connection;
	private int mails;
	private int recipients;

	OpenLine(SendConnection connection) {
		this.connection = connection;
	}

	SendConnection connection() {
		return connection;
	}

	boolean takes(int nextRecipients) {
		return connection.isUsable() && mails < MAILS && recipients + nextRecipients <= RECIPIENTS;
	}

	void used(int newRecipients) {
		mails++;
		recipients += newRecipients;
	}

	/** Whether a mail went over it before, so that the server may have hung up since. */
	boolean isReused() {
		return mails > 0;
	}

	/** Time to open the next one, so that no mail waits for it. */
	boolean endsSoon() {
		return mails >= MAILS - 3 || recipients >= RECIPIENTS * 3 / 4;
	}
}
