package org.postkontor.auth.internal.broker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.auth.internal.health.HealthReport;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sign-ins in the vault, with what the health book knows about them. */
@Component(service = SignIns.class)
public final class StoredSignIns implements SignIns {
	private static final Logger LOG = LoggerFactory.getLogger(StoredSignIns.class);
	private static final String PASSWORD = "password";

	private final Sessions sessions;
	private final SessionKeeper keeper;
	private final HealthReport report;

	@Activate
	public StoredSignIns(@Reference Sessions sessions) {
		this.sessions = sessions;
		this.keeper = new SessionKeeper(sessions);
		this.report = new HealthReport(sessions.health(), sessions.clock());
	}

	@Override
	public List<SignInInfo> list() throws ProblemException {
		List<Account> accounts = sessions.accounts().accounts();
		return sessions.vault().sessions().stream().map(session -> report.of(session, accounts))
				.sorted(Comparator.comparing(SignInInfo::who, String.CASE_INSENSITIVE_ORDER).thenComparing(SignInInfo::id)).toList();
	}

	@Override
	public void keepAlive(@Nullable IProgressMonitor monitor) throws ProblemException {
		for (Session session : sessions.vault().sessions()) {
			Cancellation.check(monitor);
			Optional<Endpoint> user = user(session.id());
			if (user.isPresent() && isRefreshable(session) && report.isIdle(session)) {
				refresh(session.id(), user.get(), monitor);
			}
		}
	}

	@Override
	public void refresh(String id, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<Session> session = LockingSignInBroker.isId(id) ? sessions.store().read(id) : Optional.empty();
		if (session.isEmpty()) {
			throw new ProblemException(AuthProblems.notSignedIn(id));
		}
		Endpoint endpoint = user(id).orElseThrow(() -> new ProblemException(AuthProblems.signInUnused(id)));
		AuthBinding binding = endpoint.auth();
		if (!isRefreshable(session.get())) {
			return;
		}
		try {
			sessions.locks().locked(id, monitor, () -> {
				sessions.credentials().refresh(binding, id, Resource.of(endpoint), monitor);
				return true;
			});
		} catch (ProblemException e) {
			if (e.problem().kind() == ProblemKind.SIGN_IN_NEEDED || e.problem().kind() == ProblemKind.CONSENT_NEEDED) {
				sessions.waiting().add(binding, WaitingList.Work.of(binding, Resource.of(endpoint)), keeper.readable(binding), e.problem());
			}
			throw e;
		}
		sessions.waiting().succeeded(binding, WaitingList.Work.of(binding, Resource.of(endpoint)), keeper.readable(binding));
	}

	@Override
	public Optional<Problem> signOut(String id, @Nullable IProgressMonitor monitor) throws ProblemException {
		if (!LockingSignInBroker.isId(id)) {
			return Optional.empty();
		}
		Optional<Problem> unconfirmed = keeper.remove(id, monitor);
		List<ProblemException> failures = new ArrayList<>();
		for (Account account : sessions.accounts().accounts()) {
			if (account.endpoints().stream().anyMatch(endpoint -> endpoint.auth().uses(id))) {
				unbind(account, id, failures);
			}
		}
		sessions.waiting().changed();
		if (!failures.isEmpty()) {
			throw failures.getFirst();
		}
		return unconfirmed;
	}

	private void refresh(String id, Endpoint endpoint, @Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			sessions.locks().locked(id, monitor, () -> {
				// another process may have done it while this one waited
				if (sessions.store().read(id).filter(report::isIdle).isPresent()) {
					sessions.credentials().refresh(endpoint.auth(), id, Resource.of(endpoint), monitor);
				}
				return true;
			});
			sessions.waiting().succeeded(endpoint.auth(), WaitingList.Work.keepingAlive(endpoint.auth()), keeper.readable(endpoint.auth()));
		} catch (ProblemException e) {
			switch (e.problem().kind()) {
			case CANCELLED -> throw e;
			case SIGN_IN_NEEDED, CONSENT_NEEDED -> sessions.waiting().add(endpoint.auth(), WaitingList.Work.keepingAlive(endpoint.auth()),
					keeper.readable(endpoint.auth()), e.problem());
			default -> LOG.info("A sign-in could not be kept alive now: {}", e.problem().id());
			}
		}
	}

	private void unbind(Account account, String id, List<ProblemException> failures) {
		account.endpoints().stream().filter(endpoint -> endpoint.auth().uses(id)).forEach(endpoint -> sessions.waiting().remove(endpoint.auth()));
		List<Endpoint> unbound = account.endpoints().stream().map(endpoint -> endpoint.auth().uses(id) ? endpoint.with(endpoint.auth().signedOut()) : endpoint)
				.toList();
		try {
			sessions.accounts().save(account.with(unbound));
		} catch (ProblemException e) { // the others still have to be unbound
			failures.add(e);
		}
	}

	/** A password does not end by lying unused. */
	private boolean isRefreshable(Session session) {
		return sessions.providers().description(session.provider()).map(ProviderDescription::kind).filter(kind -> !PASSWORD.equals(kind)).isPresent();
	}

	private Optional<Endpoint> user(String id) {
		return sessions.accounts().accounts().stream().flatMap(account -> account.endpoints().stream()).filter(endpoint -> endpoint.auth().uses(id)).findFirst();
	}
}
