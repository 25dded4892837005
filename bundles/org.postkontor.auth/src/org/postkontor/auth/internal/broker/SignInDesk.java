package org.postkontor.auth.internal.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** Signs a person in: once per provider and principal of the account, checked, stored, bound. */
final class SignInDesk {
	/** Choosing another user that often is no longer a choice. */
	private static final int MOST_USERS = 10;

	private final Sessions sessions;
	private final SessionKeeper keeper;

	SignInDesk(Sessions sessions) {
		this.sessions = sessions;
		this.keeper = new SessionKeeper(sessions);
	}

	Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		List<List<Endpoint>> groups = Identity.groups(account, directions);
		if (groups.isEmpty()) {
			throw new ProblemException(AuthProblems.nothingToSignIn(account.name()));
		}
		List<Session> stored = sessions.vault().sessions(); // a vault that cannot be opened is found before the person has signed in
		Account bound = account;
		for (List<Endpoint> endpoints : groups) {
			bound = signIn(bound, endpoints, directions, stored, users, prompt, monitor);
		}
		return bound;
	}

	private Account signIn(Account account, List<Endpoint> endpoints, Set<Direction> directions, List<Session> stored, UserChoice users,
			SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		AuthBinding binding = Identity.binding(endpoints);
		keeper.requireReplaceable(binding, monitor);
		Optional<Session> previous = previous(binding, stored);
		AuthProvider provider = sessions.providers().provider(binding.provider());
		List<Resource> resources = endpoints.stream().map(Resource::of).toList();
		requireApproval(binding, resources, previous, prompt);
		Cancellation.check(monitor);
		UserChoice choice = users;
		Session session = null;
		for (int asked = 0; asked < MOST_USERS; asked++) {
			Optional<String> claims = binding.session().flatMap(id -> sessions.credentials().claims().forSignIn(id));
			session = provider.signIn(new SignInRequest(binding, account.address(), resources, directions, choice, previous, claims), prompt, monitor);
			Cancellation.check(monitor);
			ExpectedUser.Finding finding = new ExpectedUser(binding, account.address(), previous).judge(session);
			Rebinding rebinding = new Rebinding(account, endpoints, session);
			if (finding == ExpectedUser.Finding.SAME) {
				keeper.keep(session, hosts(resources), monitor);
				return rebinding.signedIn();
			}
			UserDecision decision = prompt.otherUser(new SignInPrompt.OtherUser(binding.principal(), ExpectedUser.names(session),
					finding == ExpectedUser.Finding.SUBJECT_CHANGED));
			Cancellation.check(monitor);
			if (decision == UserDecision.REFUSE) {
				break;
			}
			if (decision != UserDecision.CHOOSE_ANOTHER) {
				Account changed = rebinding.as(decision);
				keeper.keep(session, hosts(resources), monitor);
				return changed;
			}
			choice = UserChoice.SELECT;
		}
		String actual = session == null ? "" : ExpectedUser.names(session).getFirst();
		throw new ProblemException(AuthProblems.wrongUser(binding.principal(), actual));
	}

	/** Before the person signs in: a token that must not be used is better not fetched. */
	private void requireApproval(AuthBinding binding, List<Resource> resources, Optional<Session> previous, SignInPrompt prompt)
			throws ProblemException {
		TokenOwner owner = TokenOwner.of(binding, sessions.providers());
		List<String> foreign = owner.foreign(hosts(resources), previous.map(Session::hosts).orElse(Set.of()));
		if (!foreign.isEmpty() && !prompt.approveHosts(new SignInPrompt.ForeignHosts(owner.label(binding), binding.principal(), foreign))) {
			throw new ProblemException(AuthProblems.foreignHost(binding.principal(), String.join(", ", foreign)));
		}
	}

	/** The binding's own session, else one of the same user for another account, so that its rights are kept. */
	private static Optional<Session> previous(AuthBinding binding, List<Session> stored) {
		List<Session> fitting = stored.stream().filter(session -> CredentialDesk.belongs(binding, session)).toList();
		return fitting.stream().filter(session -> binding.uses(session.id())).findFirst()
				.or(() -> fitting.stream().filter(session -> UserNames.isKnownAs(session, binding.principal())).findFirst());
	}

	private static Set<String> hosts(List<Resource> resources) {
		Set<String> hosts = new LinkedHashSet<>();
		resources.forEach(resource -> hosts.add(resource.host()));
		return hosts;
	}

	/** Endpoints that share one sign-in. */
	record Identity(String provider, String issuer, String principal) {
		static Identity of(AuthBinding binding) {
			return new Identity(binding.provider(), binding.settings().getOrDefault("issuer", ""), UserNames.fold(binding.principal()));
		}

		static List<List<Endpoint>> groups(Account account, Set<Direction> directions) {
			Map<Identity, List<Endpoint>> groups = new LinkedHashMap<>();
			for (Endpoint endpoint : account.endpoints()) {
				groups.computeIfAbsent(of(endpoint.auth()), identity -> new ArrayList<>()).add(endpoint);
			}
			groups.values().removeIf(endpoints -> endpoints.stream().noneMatch(endpoint -> directions.contains(endpoint.direction())));
			return List.copyOf(groups.values());
		}

		/** The one that is signed in already, if there is one. */
		static AuthBinding binding(List<Endpoint> endpoints) {
			return endpoints.stream().map(Endpoint::auth).filter(auth -> auth.session().isPresent()).findFirst().orElse(endpoints.getFirst().auth());
		}
	}
}
