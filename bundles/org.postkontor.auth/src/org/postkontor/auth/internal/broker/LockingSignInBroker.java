package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Account;
import org.postkontor.account.AccountRegistry;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Works on a session only under its lock, so that threads and processes refresh it one after the other. */
@Component(service = SignInBroker.class)
public final class LockingSignInBroker implements SignInBroker {
	private final Sessions sessions;
	private final SessionKeeper keeper;
	private final SignInDesk signIns;
	private final WaitingList waiting;

	@Activate
	public LockingSignInBroker(@Reference Sessions sessions) {
		this.sessions = sessions;
		this.keeper = new SessionKeeper(sessions);
		this.signIns = new SignInDesk(sessions);
		this.waiting = sessions.waiting();
	}

	/** With everything of its own, as the only service of sign-in in a process. */
	public LockingSignInBroker(AuthProviders providers, TokenVault vault, AccountRegistry accounts, Home home, Clock clock,
			Explanations explanations) {
		this(new Sessions(providers, vault, accounts, home, clock, explanations));
	}

	@Override
	public Credential credential(AuthBinding binding, Resource resource, Interaction interaction, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		try {
			String session = session(binding, AuthProblems.notSignedIn(binding.principal()));
			Credential credential = stored(binding, session, resource, monitor);
			if (waiting.concerns(binding)) {
				waiting.succeeded(binding, WaitingList.Work.of(binding, resource), keeper.readable(binding));
			}
			return credential;
		} catch (ProblemException e) {
			ProblemKind kind = e.problem().kind();
			if (interaction == Interaction.FORBIDDEN && (kind == ProblemKind.SIGN_IN_NEEDED || kind == ProblemKind.CONSENT_NEEDED)) {
				waiting.add(binding, WaitingList.Work.of(binding, resource), keeper.readable(binding), e.problem());
			}
			throw e;
		}
	}

	/** Or, while the disk is away, what it gave out before. */
	private Credential stored(AuthBinding binding, String session, Resource resource, @Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			return sessions.locks().locked(session, monitor, () -> sessions.credentials().credential(binding, session, resource, monitor));
		} catch (ProblemException e) {
			if (!e.problem().id().equals(AuthProblems.VAULT_IO)) {
				throw e;
			}
			return sessions.credentials().remembered(binding, session, resource).orElseThrow(() -> e);
		}
	}

	@Override
	public void refused(AuthBinding binding, Resource resource, String challenge) {
		binding.session().ifPresent(session -> sessions.credentials().refused(binding, session, resource, challenge));
	}

	@Override
	public void challenged(AuthBinding binding, Resource resource, String claims) {
		binding.session().ifPresent(session -> sessions.credentials().challenged(binding, session, resource, claims));
	}

	@Override
	public Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		Account bound = signIns.signIn(account, directions, users, prompt, monitor);
		for (Account either : List.of(account, bound)) { // the person may have changed who signs in
			either.endpoints().stream().filter(endpoint -> directions.contains(endpoint.direction())).forEach(endpoint -> waiting.remove(endpoint.auth()));
		}
		sessions.consents().signedIn(account.id(), directions);
		waiting.changed();
		return bound;
	}

	@Override
	public SignedOut signOut(Account account, @Nullable IProgressMonitor monitor) throws ProblemException {
		List<Problem> unconfirmed = new ArrayList<>();
		for (Map.Entry<String, AuthBinding> entry : bindings(account).entrySet()) {
			String session = entry.getKey();
			if (!usedByOthers(account, session)) {
				keeper.remove(session, monitor).ifPresent(unconfirmed::add);
			}
			waiting.remove(entry.getValue());
		}
		waiting.changed();
		return new SignedOut(account.with(account.endpoints().stream().map(endpoint -> endpoint.with(endpoint.auth().signedOut())).toList()), unconfirmed);
	}

	@Override
	public Optional<Session> session(AuthBinding binding) throws ProblemException {
		Optional<String> id = binding.session();
		return id.isEmpty() ? Optional.empty() : sessions.vault().read(id.get());
	}

	@Override
	public List<Waiting> waiting() {
		return waiting.all();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return waiting.listen(onChange);
	}

	private boolean usedByOthers(Account account, String session) {
		return sessions.accounts().accounts().stream().filter(other -> !other.id().equals(account.id())).flatMap(other -> other.endpoints().stream())
				.anyMatch(endpoint -> endpoint.auth().uses(session));
	}

	private static Map<String, AuthBinding> bindings(Account account) {
		Map<String, AuthBinding> bindings = new LinkedHashMap<>();
		for (Endpoint endpoint : account.endpoints()) {
			endpoint.auth().session().filter(LockingSignInBroker::isId).ifPresent(session -> bindings.put(session, endpoint.auth()));
		}
		return bindings;
	}

	private static String session(AuthBinding binding, org.postkontor.problem.Problem otherwise) throws ProblemException {
		return binding.session().filter(LockingSignInBroker::isId).orElseThrow(() -> new ProblemException(otherwise));
	}

	/** An edited account file must not name a path. */
	static boolean isId(String session) {
		return session.matches("[a-z0-9-]{1,64}");
	}
}
