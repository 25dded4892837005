package org.postkontor.auth;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

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

	/**
	 * Asks for the secret of the application that the office registered at an issuer, and waits for it. It is kept in the
	 * vault with the sign-in, never in the account's file. Not the person's password: the text has to say so.
	 *
	 * @throws ProblemException kind CANCELLED, or CONFIGURATION {@code auth.client-secret-missing} if nobody can be asked
	 */
	default Secret askClientSecret(ClientSecretRequest request) throws ProblemException {
		throw new ProblemException(Problem.of("auth.client-secret-missing", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP)
				.with("issuer", request.issuer()).with("client", request.clientId()));
	}

	/**
	 * Somebody else signed in than the account belongs to. Waits for the decision.
	 *
	 * @return what to do; {@link UserDecision#REFUSE} ends the sign-in with {@code auth.wrong-user} and stores nothing
	 * @throws ProblemException kind CANCELLED
	 */
	default UserDecision otherUser(OtherUser other) throws ProblemException {
		return UserDecision.REFUSE;
	}

	/**
	 * The account names servers that are none of the provider's own, so that a token would leave its hands: found by a lying
	 * directory, or the office's own. Asked before anything is opened; waits for the decision. The question has to name the
	 * servers.
	 *
	 * @return whether the credentials of this sign-in may go there; if not, it ends with {@code auth.foreign-host} and stores nothing
	 * @throws ProblemException kind CANCELLED
	 */
	default boolean approveHosts(ForeignHosts foreign) throws ProblemException {
		return false;
	}

	/** The sign-in got its answer and goes on by itself. */
	void done();

	/**
	 * @param url    holds {@code state} and the PKCE challenge: shown only to the user
	 * @param rights what will be asked for: scope names
	 * @param pasted takes the address that the browser ended at, when it cannot reach this computer; false if it is not the
	 *               answer that is waited for. It holds the code: not for logs
	 */
	record BrowserRequest(URI url, String provider, String principal, List<String> rights, Predicate<String> pasted) {
		public BrowserRequest {
			rights = List.copyOf(rights);
		}

		/** Where nothing can be pasted. */
		public BrowserRequest(URI url, String provider, String principal, List<String> rights) {
			this(url, provider, principal, rights, text -> false);
		}

		@Override
		public String toString() {
			return "BrowserRequest[" + provider + " " + url.getHost() + "]";
		}
	}

	/**
	 * A device code as shown to the user; the code is not secret towards the user, but not logged either.
	 *
	 * @param complete the address that already holds the code, for a QR code; RFC 8628, 3.3.1
	 */
	record DeviceCode(URI verification, String userCode, Instant expires, Optional<URI> complete) {
		public DeviceCode(URI verification, String userCode, Instant expires) {
			this(verification, userCode, expires, Optional.empty());
		}

		@Override
		public String toString() {
			return "DeviceCode[" + verification.getHost() + "]";
		}
	}

	/** @param retry true if the previous answer was refused */
	record PasswordRequest(String provider, String principal, String host, boolean retry) {
	}

	/**
	 * @param clientId the registered application that the secret belongs to
	 * @param retry    true if the previous one was refused
	 */
	record ClientSecretRequest(String provider, String issuer, String clientId, boolean retry) {
	}

	/**
	 * @param expected       whom the account belongs to
	 * @param actual         names of who signed in, best known first; never empty
	 * @param subjectChanged the name is the expected one, but behind it is another user than at the last sign-in
	 */
	record OtherUser(String expected, List<String> actual, boolean subjectChanged) {
		public OtherUser {
			actual = List.copyOf(actual);
		}
	}

	/**
	 * @param provider whose sign-in it is, as its declaration labels it
	 * @param hosts    servers that it does not list; never empty
	 */
	record ForeignHosts(String provider, String principal, List<String> hosts) {
		public ForeignHosts {
			hosts = List.copyOf(hosts);
		}
	}

	/** What to do about another user. */
	enum UserDecision {
		/** Sign in again and choose another user. */
		CHOOSE_ANOTHER,
		/** It is the same person under another name: remember that. */
		REMEMBER_ALIAS,
		/** The account is a shared mailbox that this user may use. */
		SHARED_MAILBOX,
		/** The account gets the address of this user. */
		CHANGE_ADDRESS,
		/** End the sign-in. */
		REFUSE
	}
}
