package org.postkontor.auth;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.problem.ProblemException;

/**
 * Consent that only an administrator can give: prepares the request, remembers what is pending, and notices when it was
 * granted. OSGi service, thread-safe; calls may block, never from the user interface's thread.
 */
public interface AdminConsents {
	/** What to send to the administrator; no network. @throws ProblemException kind CONFIGURATION, also if the provider knows no such consent */
	AdminConsent.Link link(Account account, Set<Direction> directions) throws ProblemException;

	/**
	 * The person in front is the administrator: opens the page and waits. The account is not bound to that person.
	 *
	 * @return true if granted; then sign the user in
	 */
	boolean grant(Account account, Set<Direction> directions, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * The administrator was asked: remembers that (also over restarts) and polls from now on. If the provider lets the user
	 * sign in for the identity alone, that is done through the prompt, so that polling needs no person.
	 */
	void await(Account account, Set<Direction> directions, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException;

	/** Forgets that an administrator was asked. */
	void forget(AccountId account) throws ProblemException;

	/** What is pending, oldest first. */
	List<Pending> pending();

	/**
	 * Asks the providers about everything whose turn has come (back-off 1, 2, 5, 15, 30, 60 minutes). Granted consents are
	 * bound, and what waited goes on. Called by a background task.
	 *
	 * @return accounts whose consent was granted now; they are signed in and saved
	 */
	List<AccountId> poll(@Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * @param automatic false if only a sign-in by the user can tell whether the consent is there
	 * @param next      when it is asked for again
	 */
	record Pending(AccountId account, Set<Direction> directions, Instant asked, boolean automatic, Instant next) {
		public Pending {
			directions = Set.copyOf(directions);
		}
	}
}
