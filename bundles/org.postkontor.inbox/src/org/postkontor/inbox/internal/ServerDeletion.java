package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes on the server what is durable here and need not stay there any longer. Nothing is written down about it: what the server still
 * lists at the next sync is deleted then. The bytes here are read once more before, since they are the only ones afterwards.
 */
record ServerDeletion(AccountId account, InboxStore store, Clock clock) {
	private static final Logger LOG = LoggerFactory.getLogger(ServerDeletion.class);
	/** A session that breaks has deleted nothing, so it must not take too long. */
	private static final int MOST = 1000;

	/**
	 * Ends the connection if there was something to delete.
	 *
	 * @throws ProblemException also if the server refuses to delete some
	 */
	void run(ReceiveConnection connection, LeaveOnServer leaveOnServer, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<Instant> end = leaveOnServer.endsForReceivedUntil(clock.instant());
		Map<String, StoredMail> stored = end.isPresent() ? store.mails().receivedUntil(account, end.get()) : Map.of();
		if (stored.isEmpty()) {
			return;
		}
		List<RemoteMail> due = new ArrayList<>();
		for (RemoteMail mail : connection.list(Optional.empty(), Integer.MAX_VALUE, monitor).mails()) {
			if (monitor != null && monitor.isCanceled()) {
				throw InboxProblems.cancelled();
			}
			StoredMail here = stored.get(mail.uid());
			if (here != null && due.size() < MOST && isIntact(here)) {
				due.add(mail);
			}
		}
		if (!due.isEmpty()) {
			store.forceFolders(account);
			connection.delete(due, monitor);
		}
	}

	private boolean isIntact(StoredMail mail) {
		boolean intact = mail.isIn(store.files().path(account, mail.file()));
		if (!intact) {
			LOG.warn("{} is not as it was received; the mail stays on the server", mail.file());
		}
		return intact;
	}
}
