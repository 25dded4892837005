package org.postkontor.auth.internal.extension;

/** A declaration that cannot be used; the message says why, for the developer of the contribution. */
final class InvalidDeclarationException extends Exception {
	private static final long serialVersionUID = 1L;

	InvalidDeclarationException(String reason) {
		super(reason);
	}
}
