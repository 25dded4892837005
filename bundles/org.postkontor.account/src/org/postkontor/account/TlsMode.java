package org.postkontor.account;

/** How a connection is protected. There is no plain mode (RFC 8314). */
public enum TlsMode {
	/** TLS from the first byte. */
	IMPLICIT,
	/** STARTTLS, required: without it nothing is sent. */
	STARTTLS
}
