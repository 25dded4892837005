package org.postkontor.auth.internal.vault;

/** A vault file that is not what was written. */
final class DamagedEntryException extends Exception {
	private static final long serialVersionUID = 1L;

	DamagedEntryException(String reason) {
		super(reason);
	}
}
