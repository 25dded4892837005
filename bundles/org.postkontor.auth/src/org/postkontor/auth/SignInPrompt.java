package org.postkontor.auth;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.postkontor.problem.ProblemException;

/** How a person takes part in a sign-in: implemented by the user interface and the command line. Called on the signing-in thread. */
public interface SignInPrompt {
	/**
	 * Asks to open the system browser. Returns at once; the sign-in waits for the redirect. If no browser can be opened, the
	 * implementation shows the link.
	 */
	void openBrowser(BrowserRequest request) throws ProblemException;

	/** Whether to sign in with a code on another device, since there is no browser here. Needs a provider that offers it. */
	default boolean prefersDeviceCode() {
		return false;
	}

	/** Shows the code that is to be entered on another device; returns at once (RFC 8628). */
	void showDeviceCode(DeviceCode code) throws ProblemException;

	/**
	 * Asks for a password or app password and waits for it.
	 *
	 * @throws ProblemException kind CANCELLED, or INPUT if nobody can be asked
	 */
	Secret askPassword(PasswordRequest request) throws ProblemException;

	/** The sign-in got its answer and goes on by itself. */
	void done();

	/**
	 * @param url    holds {@code state} and the PKCE challenge: shown only to the user
	 * @param rights what will be asked for, as plain sentences' keys: scope names
	 */
	record BrowserRequest(URI url, String provider, String principal, List<String> rights) {
		@Override
		public String toString() {
			return "BrowserRequest[" + provider + " " + url.getHost() + "]";
		}
	}

	/** A device code as shown to the user; the code is not secret towards the user, but not logged either. */
	record DeviceCode(URI verification, String userCode, Instant expires) {
		@Override
		public String toString() {
			return "DeviceCode[" + verification.getHost() + "]";
		}
	}

	/** @param retry true if the previous answer was refused */
	record PasswordRequest(String provider, String principal, String host, boolean retry) {
	}
}
