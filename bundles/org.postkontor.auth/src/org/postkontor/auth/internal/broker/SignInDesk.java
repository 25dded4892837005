package org.postkontor.auth.internal.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** Signs a person in: once per provider and principal of the account, checked, stored, bound. */
final class SignInDesk {
	private final AuthProviders providers;
	private final TokenVault vault;
	private final SessionStore store;
	private final SessionLocks locks;

	SignInDesk(AuthProviders providers, TokenVault vault, SessionStore store, SessionLocks locks) {
		this.providers = providers;
		this.vault = vault;
		this.store = store;
		this.locks = locks;
	}

	Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		Map<Identity, List<Endpoint>> groups = new LinkedHashMap<>();
		for (Endpoint endpoint : account.endpoints()) {
			groups.computeIfAbsent(Identity.of(endpoint.auth()), identity -> new ArrayList<>()).add(endpoint);
		}
		groups.values().removeIf(endpoints -> endpoints.stream().noneMatch(endpoint -> directions.contains(endpoint.direction())));
		if (groups.isEmpty()) {
			throw new ProblemException(AuthProblems.nothingToSignIn(account.name()));
		}
		vault.sessions(); // a vault that cannot be opened is found before the person has signed in
		Account bound = account;
		for (List<Endpoint> endpoints : groups.values()) {
			Session session = signIn(account, endpoints, directions, users, prompt, monitor);
			for (Endpoint endpoint : endpoints) {
				bound = bound.with(endpoint.with(endpoint.auth().signedIn(session.id())));
			}
		}
		return bound;
	}

	private Session signIn(Account account, List<Endpoint> endpoints, Set<Direction> directions, UserChoice users, SignInPrompt prompt,
			@Nullable IProgressMonitor monitor) throws ProblemException {
		AuthBinding binding = endpoints.getFirst().auth();
		List<Resource> resources = endpoints.stream().map(Resource::of).toList();
		SignInRequest request = new SignInRequest(binding, account.address(), resources, directions).as(users);
		Session session = providers.provider(binding.provider()).signIn(request, prompt, monitor);
		Cancellation.check(monitor);
		if (!UserNames.matches(session, binding.principal())) {
			throw new ProblemException(AuthProblems.wrongUser(binding.principal(), session.names().getFirst()));
		}
		Set<String> hosts = new LinkedHashSet<>();
		resources.forEach(resource -> hosts.add(resource.host()));
		return locks.locked(session.id(), monitor, () -> {
			// another account of this identity may have had other hosts approved
			store.read(session.id()).ifPresent(old -> hosts.addAll(old.hosts()));
			Session approved = session.approved(hosts);
			store.write(approved);
			return approved;
		});
	}

	private record Identity(String provider, String principal) {
		static Identity of(AuthBinding binding) {
			return new Identity(binding.provider(), UserNames.fold(binding.principal()));
		}
	}
}
