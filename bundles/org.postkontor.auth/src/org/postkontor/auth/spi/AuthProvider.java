package org.postkontor.auth.spi;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.ProblemException;

/**
 * One way to sign in. Thread-safe; keeps nothing by itself: the broker stores sessions. Must satisfy
 * {@code AuthProviderContract}.
 */
public interface AuthProvider {
	/**
	 * Signs in with a person and returns a complete session.
	 *
	 * @throws ProblemException kind CANCELLED, CONSENT_NEEDED, CONFIGURATION, NETWORK …
	 */
	Session signIn(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * A credential for the request; refreshes when the stored one is about to expire or was refused. Called by the broker
	 * under the session's lock.
	 *
	 * @throws ProblemException kind SIGN_IN_NEEDED or CONSENT_NEEDED only for the {@code invalid_grant},
	 *                          {@code interaction_required} and {@code consent_required} family; everything else leaves the
	 *                          session as it is
	 */
	Grant credential(Session session, CredentialRequest request, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** Revokes at the provider where it offers that (RFC 7009); doing nothing is allowed. */
	void revoke(Session session, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * @param changed the session to store before the credential is used; empty if nothing changed
	 */
	record Grant(Credential credential, Optional<Session> changed) {
	}
}
