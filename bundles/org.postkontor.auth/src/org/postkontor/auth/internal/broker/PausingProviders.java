package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** All providers, none of which can be asked in a storm. */
final class PausingProviders implements AuthProviders {
	private final AuthProviders providers;
	private final RefreshPauses pauses;

	PausingProviders(AuthProviders providers, Clock clock) {
		this.providers = providers;
		this.pauses = new RefreshPauses(clock);
	}

	/** A person signed in: nothing is paused any more. */
	void forget(String session) {
		pauses.forget(session);
	}

	@Override
	public List<ProviderDescription> descriptions() {
		return providers.descriptions();
	}

	@Override
	public Optional<ProviderDescription> description(String id) {
		return providers.description(id);
	}

	@Override
	public AuthProvider provider(String id) throws ProblemException {
		return new Pausing(providers.provider(id), pauses);
	}

	private record Pausing(AuthProvider provider, RefreshPauses pauses) implements AuthProvider {
		@Override
		public Session signIn(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
			Session session = provider.signIn(request, prompt, monitor);
			pauses.forget(session.id());
			return session;
		}

		@Override
		public Grant credential(Session session, CredentialRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
			RefreshPauses.Key key = new RefreshPauses.Key(session.id(), request.refused());
			pauses.check(key, session.refreshed());
			try {
				Grant grant = provider.credential(session, request, monitor);
				pauses.succeeded(key);
				return grant;
			} catch (ProblemException e) {
				pauses.failed(key, session.refreshed(), e.problem());
				throw e;
			}
		}

		@Override
		public void revoke(Session session, @Nullable IProgressMonitor monitor) throws ProblemException {
			provider.revoke(session, monitor);
		}
	}
}
