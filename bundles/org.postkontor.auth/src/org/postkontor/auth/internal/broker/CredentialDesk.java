package org.postkontor.auth.internal.broker;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.health.HealthBook;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.CrashPoint;

/** Gives out one credential, under the session's lock: host rule, refresh, store, refusals. */
public final class CredentialDesk {
	private final PausingProviders providers;
	private final SessionStore store;
	private final HealthBook health;
	private final CrashPoint crash;
	private final Refusals refusals;
	private final LastCredentials last;
	private final RefusedTwice refusedTwice;
	private final ClaimsChallenges claims = new ClaimsChallenges();

	CredentialDesk(AuthProviders providers, SessionStore store, HealthBook health, Explanations explanations, Clock clock, CrashPoint crash) {
		this.providers = new PausingProviders(providers, clock);
		this.refusedTwice = new RefusedTwice(explanations);
		this.store = store;
		this.health = health;
		this.crash = crash;
		this.refusals = new Refusals(clock);
		this.last = new LastCredentials(clock);
	}

	ClaimsChallenges claims() {
		return claims;
	}

	Credential credential(AuthBinding binding, String sessionId, Resource resource, @Nullable IProgressMonitor monitor) throws ProblemException {
		Session session = session(binding, sessionId);
		ProviderDescription description = providers.description(binding.provider())
				.orElseThrow(() -> new ProblemException(AuthProblems.providerUnknown(binding.provider())));
		if (!ResourceHosts.allowed(resource.host(), session.hosts(), description.hosts())) {
			throw new ProblemException(AuthProblems.foreignHost(binding.principal(), resource.host()));
		}
		Credential credential = watched(session, () -> usable(session, binding, resource, monitor));
		last.given(Refusals.Key.of(sessionId, binding, resource), session, credential);
		return credential;
	}

	/** What was given out before and is still good, for when the vault cannot be reached; no lock is needed. */
	Optional<Credential> remembered(AuthBinding binding, String sessionId, Resource resource) {
		return last.good(Refusals.Key.of(sessionId, binding, resource), binding);
	}

	/**
	 * Refreshes whatever the expiry says, and gives nothing out.
	 *
	 * @throws ProblemException as for a credential
	 */
	public void refresh(AuthBinding binding, String sessionId, Resource resource, @Nullable IProgressMonitor monitor) throws ProblemException {
		Session session = session(binding, sessionId);
		AuthProvider provider = providers.provider(binding.provider());
		watched(session, () -> stored(provider.credential(session, new CredentialRequest(binding, resource, true), monitor)));
	}

	void refused(AuthBinding binding, String sessionId, Resource resource, String challenge) {
		Refusals.Key key = Refusals.Key.of(sessionId, binding, resource);
		refusals.refused(key, challenge);
		last.forget(key);
	}

	void challenged(AuthBinding binding, String sessionId, Resource resource, String demanded) {
		Refusals.Key key = Refusals.Key.of(sessionId, binding, resource);
		claims.demanded(key, demanded);
		last.forget(key);
	}

	/** What was learnt about earlier credentials is over: somebody signed in or out. */
	public void forget(String sessionId) {
		claims.forget(sessionId);
		refusals.forget(sessionId);
		last.forget(sessionId);
		providers.forget(sessionId);
	}

	private Credential usable(Session session, AuthBinding binding, Resource resource, @Nullable IProgressMonitor monitor) throws ProblemException {
		AuthProvider provider = providers.provider(binding.provider());
		Refusals.Key key = Refusals.Key.of(session.id(), binding, resource);
		Optional<String> demanded = claims.of(key);
		Credential credential = stored(provider.credential(session, new CredentialRequest(binding, resource, false, demanded), monitor));
		demanded.ifPresent(used -> claims.satisfied(key, used));
		Optional<String> answer = refusals.answer(key, credential);
		if (answer.isEmpty()) {
			refusals.given(key, credential, false);
			return credential;
		}
		if (refusals.forced(key)) {
			throw new ProblemException(refusedTwice.problem(binding, resource, answer.get()));
		}
		Session latest = store.read(session.id()).orElse(session);
		return refreshed(provider, latest, new CredentialRequest(binding, resource, true), key, answer.get(), monitor);
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
			hit("after-refresh");
			store.write(grant.changed().get());
		}
		return grant.credential();
	}

	private <T> T watched(Session session, SessionLocks.Work<T> work) throws ProblemException {
		try {
			T result = work.run();
			health.used(session);
			return result;
		} catch (ProblemException e) {
			claims.learn(session.id(), e.problem());
			health.failed(session, e.problem());
			throw e;
		}
	}

	private Session session(AuthBinding binding, String id) throws ProblemException {
		try {
			return store.read(id).filter(stored -> belongs(binding, stored))
					.orElseThrow(() -> new ProblemException(AuthProblems.notSignedIn(binding.principal())));
		} catch (ProblemException e) {
			throw unusable(binding, e);
		}
	}

	/** Damaged, or of a format that nobody here knows: a person has to do something, and nothing is lost. */
	private static ProblemException unusable(AuthBinding binding, ProblemException stored) {
		Problem problem = stored.problem();
		String file = problem.values().get("file");
		if (file == null) {
			return stored;
		}
		if (problem.id().equals(AuthProblems.VAULT_NEWER)) {
			return new ProblemException(AuthProblems.sessionNewer(binding.principal(), file), stored);
		}
		return problem.kind() == ProblemKind.SIGN_IN_NEEDED ? new ProblemException(AuthProblems.sessionUnreadable(binding.principal(), file), stored)
				: stored;
	}

	/** Settings changed behind the session's back (edited file, import) do not get its credential. */
	static boolean belongs(AuthBinding binding, Session session) {
		String issuer = binding.settings().get("issuer");
		return session.provider().equals(binding.provider()) && (issuer == null || issuer.isBlank() || issuer.equals(session.issuer()));
	}

	private void hit(String label) throws ProblemException {
		try {
			crash.hit(label);
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.vaultUnwritable(java.nio.file.Path.of(label)), e);
		}
	}
}
