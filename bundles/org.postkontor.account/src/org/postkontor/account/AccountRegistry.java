package org.postkontor.account;

import java.util.List;
import java.util.Optional;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/**
 * Keeps the accounts of one {@link Home}: one JSON file each, format version inside, written to a temporary file, forced
 * to disk and moved into place. OSGi service, thread-safe; several processes may read and write.
 * <p>
 * A file that cannot be read is moved aside and reported by {@link #problems()}; the others load. A file of a newer
 * format is left untouched and reported.
 */
public interface AccountRegistry {
	/** All readable accounts in order of name. Reads from disk what another process changed. */
	List<Account> accounts();

	Optional<Account> find(AccountId id);

	/** By address, without regard to case. */
	Optional<Account> find(MailAddress address);

	/**
	 * Adds or replaces. Returns after the account is durable.
	 *
	 * @throws ProblemException kind STORAGE if it could not be written (the old state is kept)
	 */
	void save(Account account) throws ProblemException;

	/** Removes; unknown ids are no error. Secrets are the caller's concern ({@code SignInBroker.forget}). */
	void remove(AccountId id) throws ProblemException;

	/** Files that could not be used, with the reason and the place of the moved file. */
	List<Problem> problems();

	/** Called after every change by this process, on the changing thread. Removed by closing. */
	AutoCloseable listen(Runnable onChange);
}
