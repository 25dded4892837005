package org.postkontor.transport.internal.sasl;

import java.util.Optional;

/**
 * What a server said about a refusal inside a SASL exchange.
 *
 * @param text   decoded, as it was said
 * @param issuer what its {@code openid-configuration} names (RFC 7628, 3.2.2), if that is fit to be shown to a person
 */
public record SaslError(String text, Optional<String> issuer) {
	/** An error that names no issuer. */
	static SaslError of(String text) {
		return new SaslError(text, Optional.empty());
	}
}
