package org.postkontor.auth.spi;

import java.net.URI;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.problem.ProblemException;

/**
 * What a provider adds whose organisations let an administrator decide on the rights of a program: an {@link AuthProvider}
 * implements it, too. Consent is never a sign-in: nothing is bound to the administrator who gave it. Source: Microsoft
 * identity platform, v2 admin consent.
 */
public interface AdminConsent {
	/**
	 * What to send to an administrator; no network.
	 *
	 * @param link opens the provider's consent page with explicit scopes
	 */
	record Link(URI link, List<String> scopes, String organisation) {
		public Link {
			scopes = List.copyOf(scopes);
		}
	}

	/** @throws ProblemException kind CONFIGURATION: no client id, or the organisation cannot be told from the address */
	Link link(SignInRequest request) throws ProblemException;

	/**
	 * The person in front is the administrator: opens the page and waits for its answer.
	 *
	 * @return true if the rights were granted
	 * @throws ProblemException kind CANCELLED, CONSENT_NEEDED (declined), CONFIGURATION …
	 */
	boolean grant(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Signs in for the user's identity only, so that {@link #isGranted} can ask without a person; in strict organisations that
	 * needs an administrator, too.
	 */
	Session identify(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** Asks silently whether the rights are there now; kind of a problem as for {@link AuthProvider#credential}. */
	Granted isGranted(Session session, SignInRequest request, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** @param session to be stored, whatever the answer: its refresh token may have been rotated */
	record Granted(boolean granted, Session session) {
	}
}
