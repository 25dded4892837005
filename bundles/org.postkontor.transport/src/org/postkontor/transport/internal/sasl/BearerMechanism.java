package org.postkontor.transport.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Credential.BearerToken;

/**
 * An access token as SASL. The token is sent once; whatever the server asks afterwards is its error, which is kept and
 * acknowledged, so that the server can end the exchange (RFC 7628, 3.2.3).
 */
abstract class BearerMechanism implements SaslMechanism {
	private final BearerToken credential;
	private boolean sent;
	private @Nullable String error;

	BearerMechanism(BearerToken credential) {
		this.credential = credential;
	}

	/** The client's message. */
	abstract String message(String user, String token);

	/** What acknowledges the server's error. */
	abstract byte[] acknowledgement();

	@Override
	public final byte[] answer(byte[] challenge) {
		if (sent) {
			error = new String(challenge, StandardCharsets.UTF_8);
			return acknowledgement();
		}
		sent = true;
		return credential.token().use(token -> message(credential.user(), token).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public final Optional<SaslError> serverError() {
		String said = error;
		return said == null || said.isBlank() ? Optional.empty() : Optional.of(read(said));
	}

	/** What the error means; only some mechanisms say more in it than words. */
	SaslError read(String said) {
		return SaslError.of(said);
	}
}
