package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
 * Deletes on the server what is durable here and need not stay there any longer. What the server still lists at the next sync is deleted
 * then. The bytes here are read once more before, since they are the only ones afterwards.
 * <p>
 * The server may give the UIDL of a deleted mail to a new one. So the UIDLs are released before it can do that: if its answer is lost or
 * not a plain yes, the next sync compares by bytes what has them.
 */
record ServerDeletion(AccountId account, InboxStore store, Clock clock) {
	private static final Logger LOG = LoggerFactory.getLogger(ServerDeletion.class);
	/** A session that breaks has deleted nothing, so it must not take too long. */
	private static final int MOST = 500;

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
		List<RemoteMail> listed = connection.list(Optional.empty(), Integer.MAX_VALUE, monitor).mails();
		Map<String, Long> often = listed.stream().collect(Collectors.groupingBy(RemoteMail::uid, Collectors.counting()));
		for (RemoteMail mail : listed) {
			if (monitor != null && monitor.isCanceled()) {
				throw InboxProblems.cancelled();
			}
			StoredMail here = stored.get(mail.uid());
			if (here != null && due.size() < MOST && often.get(mail.uid()) == 1 && isIntact(here)) {
				due.add(mail);
			}
		}
		if (!due.isEmpty()) {
			store.forceFolders(account);
			connection.delete(due, marked -> store.mails().release(account, marked.stream().map(RemoteMail::uid).toList()), monitor);
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
