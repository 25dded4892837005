package org.postkontor.auth.microsoft.internal;

import org.postkontor.auth.spi.OAuthError;

/**
 * An {@code error} answer on its way through MSAL. Thrown before MSAL sees the answer: MSAL would remember it for two minutes,
 * for every user of the application in this VM, and give it as the answer even after the user has signed in again.
 */
final class RefusedException extends Exception {
	private static final long serialVersionUID = 1L;
	private final transient OAuthError error;

	RefusedException(OAuthError error) {
		super(error.error());
		this.error = error;
	}

	OAuthError error() {
		return error;
	}
}
