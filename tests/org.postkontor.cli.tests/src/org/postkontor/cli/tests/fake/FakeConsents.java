package org.postkontor.cli.tests.fake;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Consents in memory; the administrator agrees when {@link #agrees} is set. */
public final class FakeConsents implements AdminConsents {
	public static final URI LINK = URI.create("https://login.example.test/kanzlei/adminconsent?client_id=abc");

	public final List<Pending> pending = new ArrayList<>();
	public final List<Set<Direction>> granting = new ArrayList<>();
	public boolean known = true;
	public boolean agrees;

	@Override
	public AdminConsent.Link link(Account account, Set<Direction> directions) throws ProblemException {
		if (!known) {
			throw Problems.exception(ProblemKind.CONFIGURATION);
		}
		return new AdminConsent.Link(LINK, List.of("offline_access", directions.toString()), "kanzlei");
	}

	@Override
	public boolean grant(Account account, Set<Direction> directions, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		granting.add(directions);
		prompt.openBrowser(new SignInPrompt.BrowserRequest(LINK, "big", account.address().toString(), List.of()));
		prompt.done();
		return agrees;
	}

	@Override
	public void await(Account account, Set<Direction> directions, SignInPrompt prompt, IProgressMonitor monitor) {
		pending.add(new Pending(account.id(), directions, Instant.EPOCH, true, Instant.EPOCH.plusSeconds(60)));
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
		List<AccountId> granted = agrees ? pending.stream().map(Pending::account).toList() : List.of();
		granted.forEach(this::forget);
		return granted;
	}
}
