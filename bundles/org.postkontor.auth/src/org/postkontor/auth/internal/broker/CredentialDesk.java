package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Gives out one credential, under the session's lock: host rule, refresh, store, refusals. */
final class CredentialDesk {
	private final AuthProviders providers;
	private final SessionStore store;
	private final Refusals refusals;
	private final Map<String, String> claims = new ConcurrentHashMap<>();

	CredentialDesk(AuthProviders providers, SessionStore store, Clock clock) {
		this.providers = providers;
		this.store = store;
		this.refusals = new Refusals(clock);
	}

	/** The next credential of the session is fetched with these claims. */
	void challenged(String sessionId, String demanded) {
		claims.put(sessionId, demanded);
	}

	Credential credential(AuthBinding binding, String sessionId, Resource resource, @Nullable IProgressMonitor monitor) throws ProblemException {
		Session session = store.read(sessionId).filter(stored -> belongs(binding, stored))
				.orElseThrow(() -> new ProblemException(AuthProblems.notSignedIn(binding.principal())));
		ProviderDescription description = providers.description(binding.provider())
				.orElseThrow(() -> new ProblemException(AuthProblems.providerUnknown(binding.provider())));
		if (!ResourceHosts.allowed(resource.host(), session.hosts(), description.hosts())) {
			throw new ProblemException(AuthProblems.foreignHost(binding.principal(), resource.host()));
		}
		AuthProvider provider = providers.provider(binding.provider());
		Refusals.Key key = Refusals.Key.of(sessionId, binding, resource);
		Optional<String> demanded = Optional.ofNullable(claims.get(sessionId));
		Credential credential = stored(provider.credential(session, new CredentialRequest(binding, resource, false, demanded), monitor));
		demanded.ifPresent(used -> claims.remove(sessionId, used));
		Optional<String> answer = refusals.answer(key, credential);
		if (answer.isEmpty()) {
			refusals.given(key, credential, false);
			return credential;
		}
		if (refusals.forced(key)) {
			throw new ProblemException(AuthProblems.refused(binding.principal(), resource.host()).detail("answer", answer.get()));
		}
		return refreshed(provider, store.read(sessionId).orElse(session), new CredentialRequest(binding, resource, true), key, answer.get(), monitor);
	}

	void refused(AuthBinding binding, String sessionId, Resource resource, String challenge) {
		refusals.refused(Refusals.Key.of(sessionId, binding, resource), challenge);
	}

	void forget(String sessionId) {
		claims.remove(sessionId);
		refusals.forget(sessionId);
	}

	private Credential refreshed(AuthProvider provider, Session session, CredentialRequest request, Refusals.Key key, String answer,
			@Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			Credential fresh = stored(provider.credential(session, request, monitor));
			refusals.given(key, fresh, true);
			return fresh;
		} catch (ProblemException e) {
			Problem problem = e.problem();
			throw problem.kind() == ProblemKind.SIGN_IN_NEEDED ? new ProblemException(problem.detail("answer", answer), e) : e;
		}
	}

	/** Durable before it is used: a rotated token that gets lost would lock the user out. */
	private Credential stored(AuthProvider.Grant grant) throws ProblemException {
		if (grant.changed().isPresent()) {
			store.write(grant.changed().get());
		}
		return grant.credential();
	}

	/** Settings changed behind the session's back (edited file, import) do not get its credential. */
	private static boolean belongs(AuthBinding binding, Session session) {
		String issuer = binding.settings().get("issuer");
		return session.provider().equals(binding.provider()) && (issuer == null || issuer.isBlank() || issuer.equals(session.issuer()));
	}
}
