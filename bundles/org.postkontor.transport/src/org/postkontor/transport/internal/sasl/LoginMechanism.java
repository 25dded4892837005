package org.postkontor.transport.internal.sasl;

import java.nio.charset.StandardCharsets;

import org.postkontor.auth.Credential.Password;

/** LOGIN, never standardised: the server asks for the name, then for the password. Inside TLS only. */
final class LoginMechanism implements SaslMechanism {
	private final Password credential;
	private boolean named;

	LoginMechanism(Password credential) {
		this.credential = credential;
	}

	@Override
	public String name() {
		return "LOGIN";
	}

	@Override
	public boolean clientFirst() {
		return false;
	}

	@Override
	public byte[] answer(byte[] challenge) {
		if (!named) {
			named = true;
			return credential.user().getBytes(StandardCharsets.UTF_8);
		}
		return credential.password().use(password -> password.getBytes(StandardCharsets.UTF_8));
	}
}
