package org.postkontor.auth;

import java.time.Instant;

/** What a server accepts. {@code toString} shows no secret. */
public sealed interface Credential {
	/** The SASL user: the mailbox for tokens, the login name for passwords. */
	String user();

	/** OAuth 2.0 access token (RFC 6750), for SASL XOAUTH2 or OAUTHBEARER (RFC 7628). */
	record BearerToken(String user, Secret token, Instant expires) implements Credential {
	}

	/** Password or app password, for SASL PLAIN or LOGIN inside TLS. */
	record Password(String user, Secret password) implements Credential {
	}
}
