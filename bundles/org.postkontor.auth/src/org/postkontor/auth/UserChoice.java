package org.postkontor.auth;

/** Which user the provider's page is to offer. */
public enum UserChoice {
	/** The account's principal is suggested; a running browser session may be used. */
	SUGGESTED,
	/** The person chooses ({@code prompt=select_account}): after a sign-in as somebody else. */
	SELECT,
	/** The person has to sign in anew ({@code prompt=login}), whatever session the browser has. */
	AGAIN
}
