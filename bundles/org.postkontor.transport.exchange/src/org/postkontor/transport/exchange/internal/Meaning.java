package org.postkontor.transport.exchange.internal;

/** What an answer means for mail and account. Behaviour depends on this and on nothing else of an answer. */
public enum Meaning {
	/** The service has taken the mail. */
	ACCEPTED,
	/** The mail is refused for good. */
	REJECTED,
	/** Refused because of its size. */
	TOO_LARGE,
	/** This mail is refused for now. */
	DEFERRED,
	/** The service is there and wants to be left alone for a while. */
	LATER,
	/** The credential is not accepted, or has to prove more. */
	SIGN_IN,
	/** A right is missing that somebody can grant. */
	RIGHTS,
	/** The account's settings lead to the wrong place. */
	SETTINGS,
	/** The mailbox is full, or a day's quota is used up. */
	QUOTA,
	/** Not the service answers, but something in between; it was not reached. */
	ODD,
	/** The answer does not say what became of the mail. */
	DOUBT
}
