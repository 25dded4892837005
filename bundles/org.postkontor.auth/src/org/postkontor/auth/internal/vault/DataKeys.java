package org.postkontor.auth.internal.vault;

import org.postkontor.problem.ProblemException;

/** Where the vault's key comes from. Thread-safe; may block for a bounded time. */
public interface DataKeys {
	/**
	 * @param mayCreate asked under the creation lock: false if there are vault files already, which a new key could not open
	 * @throws ProblemException kind KEYRING
	 */
	DataKey obtain(Permission mayCreate) throws ProblemException;

	/** Asked before a new key is made. */
	interface Permission {
		boolean granted() throws ProblemException;
	}
}
