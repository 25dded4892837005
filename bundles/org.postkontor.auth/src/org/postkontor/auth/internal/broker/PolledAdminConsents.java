package org.postkontor.auth.internal.broker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.AdminConsents;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.auth.internal.consent.PendingConsent;
import org.postkontor.auth.internal.consent.PendingConsents;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the providers about awaited consents with the user's own session; whoever consented is never looked at. */
@Component(service = AdminConsents.class)
public final class PolledAdminConsents implements AdminConsents {
	private static final Logger LOG = LoggerFactory.getLogger(PolledAdminConsents.class);

	private final Sessions sessions;
	private final SessionKeeper keeper;
	private final PendingConsents pending;

	@Activate
	public PolledAdminConsents(@Reference Sessions sessions) {
		this.sessions = sessions;
		this.keeper = new SessionKeeper(sessions);
		this.pending = sessions.consents();
	}

	@Override
	public AdminConsent.Link link(Account account, Set<Direction> directions) throws ProblemException {
		ConsentTarget target = ConsentTarget.of(account, directions, sessions);
		return target.provider().link(target.request());
	}

	@Override
	public boolean grant(Account account, Set<Direction> directions, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		ConsentTarget target = ConsentTarget.of(account, directions, sessions);
		boolean granted = target.provider().grant(target.request(), prompt, monitor);
		if (granted) {
			pending.update(account.id(), asked -> asked.due(sessions.clock().instant()));
			sessions.waiting().changed();
		}
		return granted;
	}

	@Override
	public void await(Account account, Set<Direction> directions, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		ConsentTarget target = ConsentTarget.of(account, directions, sessions);
		boolean hasSession = target.request().previous().isPresent();
		pending.put(PendingConsent.of(account.id(), directions, hasSession, sessions.clock().instant()));
		sessions.waiting().changed();
		if (!hasSession) {
			identify(account, target, prompt, monitor);
		}
	}

	@Override
	public void forget(AccountId account) throws ProblemException {
		pending.forget(account);
		sessions.waiting().changed();
	}

	@Override
	public List<Pending> pending() {
		return pending.all().stream().map(one -> new Pending(one.account(), one.directions(), one.asked(), one.automatic(), one.next())).toList();
	}

	@Override
	public List<AccountId> poll(@Nullable IProgressMonitor monitor) throws ProblemException {
		List<AccountId> granted = new ArrayList<>();
		for (PendingConsent waits : pending.all()) {
			Cancellation.check(monitor);
			Optional<PendingConsent> turn = waits.isDue(sessions.clock().instant()) ? pending.claim(waits.account()) : Optional.empty();
			if (turn.isPresent() && isGranted(turn.get(), monitor)) {
				granted.add(waits.account());
			}
		}
		if (!granted.isEmpty()) {
			sessions.waiting().changed();
		}
		return granted;
	}

	/** In strict organisations even that needs an administrator: then only a later sign-in can tell. */
	private void identify(Account account, ConsentTarget target, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			Session session = target.provider().identify(target.request(), prompt, monitor);
			Cancellation.check(monitor);
			ExpectedUser expected = new ExpectedUser(target.request().binding(), account.address(), Optional.empty());
			if (expected.judge(session) != ExpectedUser.Finding.SAME) {
				throw new ProblemException(AuthProblems.wrongUser(target.request().binding().principal(), ExpectedUser.names(session).getFirst()));
			}
			keeper.keep(session, Set.of(), monitor);
			pending.update(account.id(), asked -> asked.with(session.id()));
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.CONSENT_NEEDED) {
				throw e;
			}
			LOG.info("The user's identity alone needs consent, too: {}", e.problem().id());
		}
	}

	/** Trouble with one does not keep the others from being asked about. */
	private boolean isGranted(PendingConsent waits, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<Account> account = sessions.accounts().find(waits.account());
		if (account.isEmpty()) {
			pending.forget(waits.account());
			return false;
		}
		try {
			ConsentTarget target = ConsentTarget.of(account.get(), waits.directions(), sessions);
			Optional<String> id = waits.session().or(() -> target.request().binding().session());
			if (id.isEmpty() || !ask(id.get(), target, monitor)) {
				return false;
			}
			bind(account.get(), target, id.get());
			return true;
		} catch (ProblemException e) {
			switch (e.problem().kind()) {
			case CANCELLED -> throw e;
			case SIGN_IN_NEEDED -> pending.update(waits.account(), PendingConsent::stuck);
			default -> LOG.info("It is not known yet whether consent was granted: {}", e.problem().id());
			}
			return false;
		}
	}

	private boolean ask(String id, ConsentTarget target, @Nullable IProgressMonitor monitor) throws ProblemException {
		Set<String> hosts = new HashSet<>();
		target.request().resources().forEach(resource -> hosts.add(resource.host()));
		return sessions.locks().locked(id, monitor, () -> {
			Session session = sessions.store().read(id).filter(stored -> CredentialDesk.belongs(target.request().binding(), stored))
					.orElseThrow(() -> new ProblemException(AuthProblems.notSignedIn(target.request().binding().principal())));
			AdminConsent.Granted answer = target.provider().isGranted(session, target.request(), monitor);
			if (!answer.session().id().equals(id) || !answer.session().subject().equals(session.subject())) {
				throw new ProblemException(AuthProblems.wrongUser(target.request().binding().principal(), ExpectedUser.names(answer.session()).getFirst()));
			}
			Session kept = answer.session().after(session);
			hosts.removeAll(TokenOwner.of(target.request().binding(), sessions.providers()).foreign(hosts, kept.hosts())); // nobody is here to be asked
			sessions.store().write(answer.granted() ? kept.approved(hosts) : kept);
			if (answer.granted()) {
				sessions.health().renewed(kept);
				sessions.credentials().forget(id);
			}
			return answer.granted();
		});
	}

	private void bind(Account account, ConsentTarget target, String id) throws ProblemException {
		Account bound = account;
		for (Endpoint endpoint : target.endpoints()) {
			bound = bound.with(endpoint.with(endpoint.auth().signedIn(id)));
		}
		sessions.accounts().save(bound);
		pending.forget(account.id());
		target.endpoints().forEach(endpoint -> sessions.waiting().remove(endpoint.auth()));
	}
}
