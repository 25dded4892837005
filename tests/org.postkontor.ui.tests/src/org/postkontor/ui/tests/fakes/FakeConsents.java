package org.postkontor.ui.tests.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent.Link;

/** Consents that a test asks for and grants. */
public final class FakeConsents implements AdminConsents {
	private final List<Pending> pending = new CopyOnWriteArrayList<>();
	private final List<AccountId> granted = new CopyOnWriteArrayList<>();
	private final AtomicInteger polls = new AtomicInteger();

	void reset() {
		pending.clear();
		granted.clear();
		polls.set(0);
	}

	public void ask(Account account, Instant asked, boolean automatic) {
		pending.add(new Pending(account.id(), Set.of(Direction.SEND, Direction.RECEIVE), asked, automatic, asked.plusSeconds(60)));
	}

	/** The administrator did it; noticed by the next poll. */
	public void grant(Account account) {
		granted.add(account.id());
	}

	public int polls() {
		return polls.get();
	}

	@Override
	public List<Pending> pending() {
		return List.copyOf(pending);
	}

	@Override
	public List<AccountId> poll(IProgressMonitor monitor) {
		polls.incrementAndGet();
		List<AccountId> now = List.copyOf(granted);
		granted.clear();
		now.forEach(this::forget);
		return now;
	}

	@Override
	public void forget(AccountId account) {
		pending.removeIf(p -> p.account().equals(account));
	}

	@Override
	public Link link(Account account, Set<Direction> directions) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean grant(Account account, Set<Direction> directions, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void await(Account account, Set<Direction> directions, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}
}
