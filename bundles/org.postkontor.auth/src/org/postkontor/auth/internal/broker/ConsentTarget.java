package org.postkontor.auth.internal.broker;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/**
 * The part of an account whose provider lets an administrator consent.
 *
 * @param endpoints share one sign-in
 */
record ConsentTarget(AdminConsent provider, List<Endpoint> endpoints, SignInRequest request) {
	/** @throws ProblemException CONFIGURATION: no provider of this account knows such a consent */
	static ConsentTarget of(Account account, Set<Direction> directions, Sessions sessions) throws ProblemException {
		for (List<Endpoint> endpoints : SignInDesk.Identity.groups(account, directions)) {
			AuthBinding binding = SignInDesk.Identity.binding(endpoints);
			AuthProvider provider = sessions.providers().provider(binding.provider());
			if (provider instanceof AdminConsent consent) {
				List<Resource> resources = endpoints.stream().map(Resource::of).toList();
				return new ConsentTarget(consent, endpoints, new SignInRequest(binding, account.address(), resources, directions, UserChoice.SUGGESTED,
						stored(binding, sessions), Optional.empty()));
			}
		}
		throw new ProblemException(AuthProblems.noAdminConsent(account.name()));
	}

	/** What cannot be read any more is no session to ask with. */
	private static Optional<Session> stored(AuthBinding binding, Sessions sessions) throws ProblemException {
		for (Session session : sessions.vault().sessions()) {
			if (binding.uses(session.id()) && CredentialDesk.belongs(binding, session)) {
				return Optional.of(session);
			}
		}
		return Optional.empty();
	}
}
