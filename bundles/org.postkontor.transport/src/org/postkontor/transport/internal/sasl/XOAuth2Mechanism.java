package org.postkontor.transport.internal.sasl;

import org.postkontor.auth.Credential.BearerToken;

/** XOAUTH2 as Google and Microsoft document it; an error is acknowledged by an empty answer. */
final class XOAuth2Mechanism extends BearerMechanism {
	XOAuth2Mechanism(BearerToken credential) {
		super(credential);
	}

	@Override
	public String name() {
		return "XOAUTH2";
	}

	@Override
	String message(String user, String token) {
		return "user=" + user + "\1auth=Bearer " + token + "\1\1";
	}

	@Override
	byte[] acknowledgement() {
		return new byte[0];
	}
}
