package org.postkontor.auth;

import java.util.List;
import java.util.Optional;

import org.postkontor.problem.ProblemException;

/**
 * Keeps sessions encrypted at rest. OSGi service, thread-safe, safe against other processes of the user. Every call may
 * block for a bounded time; never call it from the user interface's thread.
 * <p>
 * Locked or timed out means wait, not lost: nothing is ever deleted because it could not be read.
 */
public interface TokenVault {
	/**
	 * @throws ProblemException kind KEYRING (locked, missing, timed out), STORAGE (newer format, left untouched), or
	 *                          SIGN_IN_NEEDED (damaged, or of a format that nobody knows: kept aside until signed in again)
	 */
	Optional<Session> read(String id) throws ProblemException;

	/** Returns after the session is durable and was read back; the old value is dropped only then. */
	void write(Session session) throws ProblemException;

	/** Unknown ids are no error. */
	void remove(String id) throws ProblemException;

	/** All sessions. */
	List<Session> sessions() throws ProblemException;

	/** How secrets are kept now. */
	State state();

	/** How secrets are kept. */
	enum State {
		/** On disk, encrypted with a key from the keyring or the password file. */
		ENCRYPTED,
		/** In memory until the program ends, since no keyring can be used; the user is told. */
		SESSION_ONLY,
		/** Not tried yet. */
		UNKNOWN
	}
}
