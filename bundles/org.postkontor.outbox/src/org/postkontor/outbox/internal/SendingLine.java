package org.postkontor.outbox.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;

/** The connection of a lane, reused for a few mails: enough to save round trips, few enough for servers' limits. */
final class SendingLine implements AutoCloseable {
	private static final int MAILS = 10;
	private static final int RECIPIENTS = 100;

	private final MailSender sender;
	private final Reconnecting reconnecting;
	private @Nullable SendConnection connection;
	private int mails;
	private int recipients;

	SendingLine(MailSender sender, Surroundings around, Endpoint endpoint, @Nullable IProgressMonitor monitor) {
		this.sender = sender;
		reconnecting = new Reconnecting(around.broker(), endpoint, monitor);
	}

	SendConnection ready(int nextRecipients) throws ProblemException {
		SendConnection open = connection;
		if (open != null && open.isUsable() && mails < MAILS && recipients + nextRecipients <= RECIPIENTS) {
			return open;
		}
		close();
		SendConnection fresh = reconnecting.connect(sender::connect);
		connection = fresh;
		return fresh;
	}

	/** Whether a mail went over this connection before, so that the server may have hung up since. */
	boolean isReused() {
		return mails > 0;
	}

	void used(int newRecipients) {
		mails++;
		recipients += newRecipients;
		reconnecting.succeeded();
	}

	boolean renew(String challenge) {
		return reconnecting.renew(challenge);
	}

	@Override
	public void close() {
		SendConnection open = connection;
		connection = null;
		mails = 0;
		recipients = 0;
		if (open != null) {
			open.close();
		}
	}
}
