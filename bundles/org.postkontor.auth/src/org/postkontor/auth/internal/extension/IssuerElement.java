package org.postkontor.auth.internal.extension;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The element {@code issuer}: its attributes become settings by their names. */
final class IssuerElement {
	private static final List<String> ADDRESSES = List.of("authorizeUri", "tokenUri", "deviceUri", "revokeUri", "accessUri");

	private static final Set<String> PROMPTS = Set.of("login", "select_account", "consent");

	private IssuerElement() {
	}

	static void read(Declaration issuer, Map<String, String> settings) throws InvalidDeclarationException {
		settings.put("issuer", issuer.address("uri", false));
		for (String name : ADDRESSES) {
			if (issuer.text(name).isPresent()) {
				settings.put(name, issuer.address(name, "authorizeUri".equals(name)));
			}
		}
		boolean discovery = issuer.flag("discovery", true);
		Declaration.check(discovery || settings.keySet().containsAll(List.of("authorizeUri", "tokenUri")),
				"without discovery authorizeUri and tokenUri are needed");
		issuer.flag("public", false);
		issuer.choice("redirectHost", "localhost", Set.of("localhost", "127.0.0.1"));
		issuer.flag("device", true);
		issuer.choice("clientAuth", "none", Set.of("none", "client_secret_post", "client_secret_basic"));
		for (String prompt : issuer.text("prompts").orElse("login").split("\\s+")) {
			Declaration.check(PROMPTS.contains(prompt), "prompts " + prompt);
		}
		issuer.number("unusedDays", 1, 1);
		issuer.number("testingDays", 1, 1);
		for (String name : List.of("discovery", "public", "redirectHost", "parameters", "prompts", "device", "clientAuth", "unusedDays",
				"testingDays")) {
			issuer.text(name).ifPresent(value -> settings.put(name, value));
		}
	}
}
