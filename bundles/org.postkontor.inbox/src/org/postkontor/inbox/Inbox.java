package org.postkontor.inbox;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.ProblemException;

/** The received mails of this user. OSGi service, thread-safe; methods block, never call them on the user interface's thread. */
public interface Inbox {
	/**
	 * Fetches what is new for one account and returns how many mails came. At the end, mails that the account does not leave on its server
	 * any longer ({@link LeaveOnServer}) are deleted there, if their bytes are on disk here, unchanged.
	 *
	 * @throws ProblemException kind SIGN_IN_NEEDED, NETWORK …; BUSY if another process is receiving for this account; SERVER also if the
	 *                          server did not delete all, which is tried again at the next sync. What came before the problem is kept.
	 */
	int sync(AccountId account, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Receives for one account until {@code monitor} is cancelled, then returns within a few seconds: at once what is there, and from
	 * then on each mail as soon as the server tells of it (RFC 2177), or every few minutes where it cannot. When the connection
	 * breaks, it is made again after 1, 2, 5, … seconds, up to minutes, and what came meanwhile is fetched.
	 *
	 * @throws ProblemException what does not go away by waiting, such as kind SIGN_IN_NEEDED
	 */
	void watch(AccountId account, InboxWatcher watcher, IProgressMonitor monitor) throws ProblemException;

	/** Newest first. */
	List<InboxEntry> entries(Optional<AccountId> account) throws ProblemException;

	Optional<InboxEntry> entry(long id) throws ProblemException;

	/** The bytes as received. */
	FrozenContent content(long id) throws ProblemException;

	/** Called, on any thread, after a sync of this process brought something. Removed by closing. */
	AutoCloseable listen(Runnable onChange);
}
