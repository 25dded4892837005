package org.postkontor.ui.internal.consent;

/** How it went with an administrator's consent. */
public enum ConsentOutcome {
	/** Nothing was decided. */
	NONE,
	/** Granted: the user can sign in now. */
	GRANTED,
	/** Asked for: goes on by itself. The account is saved. */
	PENDING
}
