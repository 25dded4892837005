package org.postkontor.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/**
 * The stored sign-ins of this user and how healthy they are. OSGi service, thread-safe; calls block for the vault and, where
 * said, for the network: never from the user interface's thread.
 */
public interface SignIns {
	/** All stored sign-ins, passwords included, ordered by who signed in; no network. */
	List<SignInInfo> list() throws ProblemException;

	/**
	 * Refreshes what accounts use, but nobody used for a tenth of the time after which it would end; call it about once a day.
	 * What waits for an administrator's consent is refreshed by {@link AdminConsents#poll}. A background task: never asks a
	 * person. Problems of one sign-in do not keep the others from being refreshed.
	 */
	void keepAlive(@Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Refreshes one sign-in now, whatever its age; a password has nothing to refresh. Never asks a person.
	 *
	 * @throws ProblemException why it could not be refreshed: kind SIGN_IN_NEEDED or CONSENT_NEEDED if a person is needed, also
	 *                          if there is no such sign-in; INPUT {@code auth.sign-in-unused} if no account uses it
	 */
	void refresh(String id, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Revokes one sign-in where the provider offers that, removes it, and unbinds and saves all accounts that used it.
	 *
	 * @return what to tell if the provider did not confirm, so that the access may last there; its value {@code page} says
	 *         where a person can end it
	 */
	Optional<Problem> signOut(String id, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * One stored sign-in, for display; holds no secret.
	 *
	 * @param who       best known name of the user
	 * @param tenant    organisation as the provider names it (session attribute {@code tenantName} or {@code tenant})
	 * @param rights    granted scopes; empty for passwords
	 * @param used      last time a credential was given out; empty if not known
	 * @param end       when it will end if nothing happens; empty if nothing is known
	 * @param verdict   what is known about it
	 * @param problem   the evidence: why it needs a person (INVALID), or why the last try failed (UNKNOWN)
	 * @param accounts  accounts that use it
	 */
	record SignInInfo(String id, String provider, String who, Optional<String> tenant, Set<String> rights, Instant issued, Instant refreshed,
			Optional<Instant> used, Optional<ForeseeableEnd> end, Verdict verdict, Optional<Problem> problem, List<AccountId> accounts) {
		public SignInInfo {
			rights = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(rights));
			accounts = List.copyOf(accounts);
		}
	}

	/** What is known about a stored sign-in. */
	enum Verdict {
		/** The last use worked. */
		VALID,
		/** Nothing says that it is bad: not used yet, or the last try failed for a passing reason. */
		UNKNOWN,
		/** The provider said that a person has to sign in again. */
		INVALID
	}

	/** When and why a sign-in will end. */
	record ForeseeableEnd(Instant at, Reason reason) {
	}

	/** Why a sign-in ends. */
	enum Reason {
		/** It ends when it is not used for a time (Microsoft: 90 days; Google: six months). */
		UNUSED,
		/** The application's registration is in "testing" (Google: 7 days after the sign-in). */
		TESTING,
		/** The organisation demands a sign-in every so often, as seen before. */
		FREQUENCY,
		/** The secret of the application's registration ends. */
		CLIENT_SECRET
	}
}
