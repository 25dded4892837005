package org.postkontor.it.servers;

import java.util.Map;
import java.util.Optional;

/**
 * Where a mail server asks whether a token is good (RFC 7662).
 *
 * @param userAttribute of the answer that has to equal the user of the SASL exchange
 * @param scope         that a token must have; empty if any is good
 */
public record Introspection(String url, String clientId, String clientSecret, String userAttribute, Optional<String> scope) {

	Map<String, String> values() {
		return Map.of("introspection", url, "clientId", clientId, "clientSecret", clientSecret, "userAttribute", userAttribute, "scope",
				scope.map("scope = "::concat).orElse(""));
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "Introspection[" + url + "]";
	}
}
