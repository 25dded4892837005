package org.postkontor.problem;

/** What behaviour may branch on: how the caller has to react. */
public enum ProblemKind {
	/** No connection, name not found, proxy trouble, captive portal: says nothing about account or token. */
	NETWORK,
	/** The other side did not answer in time. */
	TIMEOUT,
	/** TLS could not be verified or is missing; nothing was sent. */
	CERTIFICATE,
	/** The server answered against the protocol or refuses for now. */
	SERVER,
	/** A person has to sign in (again); nothing else helps. */
	SIGN_IN_NEEDED,
	/** An administrator or the user has to grant rights. */
	CONSENT_NEEDED,
	/** The server refused the credential it was given. */
	CREDENTIAL_REFUSED,
	/** Settings of the account, provider or client registration are wrong. */
	CONFIGURATION,
	/** This mail (content, size, recipient) is the problem, not the account. */
	MESSAGE,
	/** The mailbox or sending quota is used up. */
	QUOTA,
	/** Our own files: disk full, unreadable, newer format, network home. */
	STORAGE,
	/** The keyring or vault cannot be opened now. */
	KEYRING,
	/** Another process owns what is needed. */
	BUSY,
	/** What the user typed cannot be used. */
	INPUT,
	/** The user cancelled; never shown as an error. */
	CANCELLED,
	/** Our own mistake. */
	INTERNAL;

	/** True if the kind says nothing about credential, account or mail, so that trying later is right. */
	public boolean isTransient() {
		return this == NETWORK || this == TIMEOUT || this == SERVER || this == BUSY;
	}
}
