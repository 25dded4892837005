package org.postkontor.cli.tests.fake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;

/** An inbox in memory. */
public final class FakeInbox implements Inbox {
	public final List<InboxEntry> mails = new ArrayList<>();
	public final Map<AccountId, ProblemKind> fails = new HashMap<>();
	public Runnable whileWatching = () -> {
	};

	public void add(AccountId account, long id) {
		mails.add(new InboxEntry(id, account, "uid" + id, "<" + id + "@example.test>", "Bert <bert@example.test>", "anna@example.test", "Antwort " + id,
				Optional.empty(), Instant.EPOCH, 20));
	}

	@Override
	public int sync(AccountId account, IProgressMonitor monitor) throws ProblemException {
		if (fails.containsKey(account)) {
			throw Problems.exception(fails.get(account));
		}
		return 2;
	}

	/** Tells of two mails, a lost and a regained connection, and goes on until cancelled. */
	@Override
	public void watch(AccountId account, InboxWatcher watcher, IProgressMonitor monitor) throws ProblemException {
		if (fails.containsKey(account)) {
			throw Problems.exception(fails.get(account));
		}
		watcher.received(2);
		watcher.lost(Problems.exception(ProblemKind.NETWORK).problem());
		watcher.regained();
		watcher.received(1);
		whileWatching.run();
		Wait.until(monitor::isCanceled, Duration.ofSeconds(30));
	}

	@Override
	public List<InboxEntry> entries(Optional<AccountId> account) {
		return mails.stream().filter(m -> account.isEmpty() || account.get().equals(m.account())).toList();
	}

	@Override
	public Optional<InboxEntry> entry(long id) {
		return mails.stream().filter(m -> m.id() == id).findFirst();
	}

	@Override
	public FrozenContent content(long id) {
		return () -> new ByteArrayInputStream(FakeOutbox.BYTES.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return () -> onChange.hashCode();
	}
}
