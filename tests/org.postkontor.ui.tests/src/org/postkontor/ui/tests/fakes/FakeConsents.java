package org.postkontor.ui.tests.fakes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** An administrator who decides when the test says so. */
public final class FakeConsents implements AdminConsents {
	private static final Instant ASKED = Instant.parse("2026-11-22T09:00:00Z");
	private static final URI PAGE = URI.create("https://login.kanzlei.test/adminconsent?client_id=buero");

	private final List<Pending> pending = new CopyOnWriteArrayList<>();
	private final List<AccountId> granted = new CopyOnWriteArrayList<>();
	private final AtomicInteger polls = new AtomicInteger();
	private volatile CompletableFuture<Boolean> decision = new CompletableFuture<>();

	public void reset() {
		pending.clear();
		granted.clear();
		polls.set(0);
		decision = new CompletableFuture<>();
	}

	/** An administrator was asked before. */
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

	/** What the administrator in front says. */
	public void decide(boolean granted) {
		decision.complete(granted);
	}

	@Override
	public AdminConsent.Link link(Account account, Set<Direction> directions) {
		return new AdminConsent.Link(PAGE, directions.contains(Direction.RECEIVE) ? List.of("IMAP.AccessAsUser.All", "SMTP.Send") : List.of("SMTP.Send"),
				account.address().domain());
	}

	@Override
	public boolean grant(Account account, Set<Direction> directions, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		prompt.openBrowser(new SignInPrompt.BrowserRequest(PAGE, "oauth", account.address().toString(), List.of()));
		while (!decision.isDone()) {
			if (monitor.isCanceled()) {
				throw new ProblemException(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
			}
			Pause.briefly();
		}
		prompt.done();
		return decision.join();
	}

	@Override
	public void await(Account account, Set<Direction> directions, SignInPrompt prompt, IProgressMonitor monitor) {
		pending.add(new Pending(account.id(), directions, ASKED, true, ASKED.plusSeconds(60)));
	}

	@Override
	public void forget(AccountId account) {
		pending.removeIf(p -> p.account().equals(account));
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
}
