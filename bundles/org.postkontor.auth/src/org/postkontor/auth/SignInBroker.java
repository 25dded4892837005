package org.postkontor.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.internal.broker.UserNames;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/**
 * Gives out credentials and runs sign-ins. OSGi service, thread-safe; calls block and may do network input and output,
 * never call them from the user interface's thread.
 */
public interface SignInBroker {
	/**
	 * A credential that is valid now, refreshed if needed.
	 *
	 * @throws ProblemException kind SIGN_IN_NEEDED (nothing stored, or refused for good), CONFIGURATION
	 *                          ({@code auth.foreign-host}: the credential may not go to that host), KEYRING, NETWORK …;
	 *                          only the {@code invalid_grant}/{@code interaction_required}/{@code consent_required} family
	 *                          leads to SIGN_IN_NEEDED
	 */
	Credential credential(AuthBinding binding, Resource resource, Interaction interaction, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Says that a server refused a credential, so that the next request refreshes it once. Deletes nothing.
	 *
	 * @param challenge the server's decoded answer, for the explanation
	 */
	void refused(AuthBinding binding, Resource resource, String challenge);

	/**
	 * Says that a resource demands more than its token proves (an HTTPS answer with {@code insufficient_claims}): the next
	 * request fetches the token anew with the claims, and a sign-in by a person carries them, too. Deletes nothing.
	 *
	 * @param claims JSON, decoded from the challenge
	 */
	void challenged(AuthBinding binding, Resource resource, String claims);

	/** Signs in with the account's own user suggested; see {@link #signIn(Account, Set, UserChoice, SignInPrompt, IProgressMonitor)}. */
	default Account signIn(Account account, Set<Direction> directions, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		return signIn(account, directions, UserChoice.SUGGESTED, prompt, monitor);
	}

	/**
	 * Signs in with a person, stores the session, and returns the account with all its endpoints of that provider and
	 * principal bound to it. The account is not saved here. Cancelled by the monitor at any time; no time-out under 15 minutes.
	 *
	 * @param directions rights asked for: send-only never asks for reading; rights that were granted before are kept
	 * @return with the changes that the person decided on when somebody else signed in (alias, shared mailbox, address)
	 */
	Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, @Nullable IProgressMonitor monitor)
			throws ProblemException;

	/**
	 * Revokes where the provider offers it, and removes the stored sessions that only this account uses. A provider that
	 * does not confirm keeps nobody from signing out here: tell the person, see {@link SignedOut#unconfirmed}.
	 */
	SignedOut signOut(Account account, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** The stored session of a binding, for display. */
	Optional<Session> session(AuthBinding binding) throws ProblemException;

	/** What waits for a sign-in of a person, one entry per identity, newest last. */
	List<Waiting> waiting();

	/** Called, on any thread, after each finished sign-in or sign-out and when something starts to wait. Removed by closing. */
	AutoCloseable listen(Runnable onChange);

	/**
	 * @param account     without its sign-ins; not saved
	 * @param unconfirmed one problem for each sign-in whose provider did not confirm the revocation (RFC 7009), so that the
	 *                    access may last there; the value {@code page} of each says where a person can end it
	 */
	record SignedOut(Account account, List<Problem> unconfirmed) {
		public SignedOut {
			unconfirmed = List.copyOf(unconfirmed);
		}
	}

	/** One identity that background work waits for. @param problem why a person is needed */
	record Waiting(String provider, String principal, Problem problem, Instant since) {
		/** Whether work with this binding waits for it. */
		public boolean concerns(AuthBinding binding) {
			return provider.equals(binding.provider()) && UserNames.fold(principal).equals(UserNames.fold(binding.principal()));
		}
	}
}
