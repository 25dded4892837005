package org.postkontor.ui.tests.fakes;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AccountId;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** An inbox in memory; each sync brings one mail, and a watch tells of what is added until it is cancelled. */
public final class FakeInbox implements Inbox {
	private final List<InboxEntry> entries = new CopyOnWriteArrayList<>();
	private final Listeners listeners = new Listeners();
	private volatile Optional<Problem> syncProblem = Optional.empty();

	public void reset() {
		entries.clear();
		syncProblem = Optional.empty();
		listeners.fire();
	}

	public void failNextSync(Problem problem) {
		syncProblem = Optional.of(problem);
	}

	public void add(AccountId account, String from, String subject, Instant date) {
		long id = entries.size() + 1L;
		entries.add(0, new InboxEntry(id, account, String.valueOf(id), "<" + id + "@kanzlei.test>", from, "anna.berg@kanzlei.test", subject,
				Optional.of(date), date, 4_200 + 17_000 * id));
		listeners.fire();
	}

	@Override
	public int sync(AccountId account, IProgressMonitor monitor) throws ProblemException {
		Optional<Problem> problem = syncProblem;
		syncProblem = Optional.empty();
		if (problem.isPresent()) {
			throw new ProblemException(problem.get());
		}
		add(account, "Gericht <post@gericht.test>", "Ladung", Instant.parse("2026-11-22T08:15:00Z"));
		return 1;
	}

	@Override
	public void watch(AccountId account, InboxWatcher watcher, IProgressMonitor monitor) throws ProblemException {
		sync(account, monitor);
		watcher.received(1);
		int told = count(account);
		while (!monitor.isCanceled()) {
			Pause.briefly();
			int now = count(account);
			if (now > told) {
				watcher.received(now - told);
			}
			told = now;
		}
	}

	private int count(AccountId account) {
		return (int) entries.stream().filter(entry -> entry.account().equals(account)).count();
	}

	@Override
	public List<InboxEntry> entries(Optional<AccountId> account) {
		return List.copyOf(entries);
	}

	@Override
	public Optional<InboxEntry> entry(long id) {
		return entries.stream().filter(e -> e.id() == id).findFirst();
	}

	@Override
	public FrozenContent content(long id) {
		byte[] bytes = ("Subject: x\r\n\r\nText der Mail " + id + "\r\n\r\nMit freundlichen Grüßen\r\nPaul Weber").getBytes(StandardCharsets.UTF_8);
		return () -> new ByteArrayInputStream(bytes);
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return listeners.add(onChange);
	}
}
