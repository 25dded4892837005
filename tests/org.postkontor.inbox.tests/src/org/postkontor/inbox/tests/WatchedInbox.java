package org.postkontor.inbox.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.Wait;

/** Counts watches; each lasts until it is cancelled or ends with the problem of its account. */
final class WatchedInbox implements Inbox {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	final Map<AccountId, Problem> problems = new ConcurrentHashMap<>();
	private final List<String> running = new ArrayList<>();
	private final List<String> begun = new ArrayList<>();
	private int mostOfOne;

	@Override
	public void watch(AccountId account, InboxWatcher watcher, IProgressMonitor monitor) throws ProblemException {
		synchronized (this) {
			begun.add(account.value());
			running.add(account.value());
			mostOfOne = Math.max(mostOfOne, (int) running.stream().filter(account.value()::equals).count());
		}
		try {
			Problem problem = problems.get(account);
			if (problem != null) {
				throw new ProblemException(problem);
			}
			Wait.until("the end of the watch", monitor::isCanceled, LIMIT);
		} finally {
			synchronized (this) {
				running.remove(account.value());
			}
		}
	}

	/** Accounts that are being watched, sorted. */
	synchronized List<String> running() {
		return running.stream().sorted().toList();
	}

	synchronized int begun() {
		return begun.size();
	}

	/** How many watches of one account there were at the same time. */
	synchronized int mostOfOne() {
		return mostOfOne;
	}

	@Override
	public int sync(AccountId account, IProgressMonitor monitor) {
		throw new AssertionError("not used");
	}

	@Override
	public List<InboxEntry> entries(Optional<AccountId> account) {
		throw new AssertionError("not used");
	}

	@Override
	public Optional<InboxEntry> entry(long id) {
		throw new AssertionError("not used");
	}

	@Override
	public FrozenContent content(long id) {
		throw new AssertionError("not used");
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		throw new AssertionError("not used");
	}
}
