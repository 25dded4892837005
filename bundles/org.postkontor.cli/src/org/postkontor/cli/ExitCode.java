package org.postkontor.cli;

import org.postkontor.problem.ProblemKind;

/**
 * What the process returns. Numbers are stable: scripts depend on them. 13, 23 and 24 are left out since Equinox gives
 * them a meaning of its own; 130 and 143 come from the operating system when a signal ends the process.
 */
public enum ExitCode {
	/** Everything that was asked for happened. */
	OK(0),
	/** Something failed that has no code of its own. */
	FAILURE(1),
	/** The command line or something in it cannot be used. */
	USAGE(2),
	/** A person has to sign in, the server refused the credential, or rights are missing. */
	SIGN_IN_NEEDED(3),
	/** No keyring or vault can be used. */
	KEYRING(4),
	/** No connection, no answer in time, or the server refuses for now. */
	NETWORK(5),
	/** TLS is missing or could not be verified; nothing was sent. */
	CERTIFICATE(6),
	/** Settings of account, provider or client registration are wrong. */
	CONFIGURATION(7),
	/** Another process is draining or receiving. */
	BUSY(8),
	/** Own files: disk full, unreadable, newer format. */
	STORAGE(9),
	/** The account test, or the check of a registration, found a fault. */
	CHECK_FAILED(10),
	/** After draining, mails are held, refused, in doubt, or wait for a later attempt. */
	MAILS_LEFT(11),
	/** Cancelled by the user. */
	CANCELLED(12),
	/** The settings found have to be confirmed ({@code --yes}). */
	CONFIRMATION_NEEDED(14),
	/** No such account, mail or settings. */
	NOT_FOUND(15),
	/** The mail itself cannot be sent, or the quota is used up. */
	MESSAGE(16),
	/** An administrator was asked for consent and has not given it yet. */
	CONSENT_PENDING(17);

	private final int number;

	ExitCode(int number) {
		this.number = number;
	}

	/** What the shell sees. */
	public int number() {
		return number;
	}

	/** The code for a problem of this kind. */
	public static ExitCode of(ProblemKind kind) {
		return switch (kind) {
		case NETWORK, TIMEOUT, SERVER -> NETWORK;
		case CERTIFICATE -> CERTIFICATE;
		case SIGN_IN_NEEDED, CONSENT_NEEDED, CREDENTIAL_REFUSED -> SIGN_IN_NEEDED;
		case CONFIGURATION -> CONFIGURATION;
		case MESSAGE, QUOTA -> MESSAGE;
		case STORAGE -> STORAGE;
		case KEYRING -> KEYRING;
		case BUSY -> BUSY;
		case INPUT -> USAGE;
		case CANCELLED -> CANCELLED;
		case INTERNAL -> FAILURE;
		};
	}
}
