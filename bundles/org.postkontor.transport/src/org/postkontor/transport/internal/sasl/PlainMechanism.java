package org.postkontor.transport.internal.sasl;

import java.nio.charset.StandardCharsets;

import org.postkontor.auth.Credential.Password;

/** PLAIN (RFC 4616), inside TLS only. */
final class PlainMechanism implements SaslMechanism {
	private final Password credential;

	PlainMechanism(Password credential) {
		this.credential = credential;
	}

	@Override
	public String name() {
		return "PLAIN";
	}

	@Override
	public byte[] answer(byte[] challenge) {
		return credential.password().use(password -> ("\0" + credential.user() + "\0" + password).getBytes(StandardCharsets.UTF_8));
	}
}
