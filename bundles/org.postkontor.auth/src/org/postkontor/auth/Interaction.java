package org.postkontor.auth;

/** Whether a request for a credential may ask a person. */
public enum Interaction {
	/** A person waits in front of this very request. */
	ALLOWED,
	/** Background work: never opens anything, gets a problem of kind SIGN_IN_NEEDED instead. */
	FORBIDDEN
}
