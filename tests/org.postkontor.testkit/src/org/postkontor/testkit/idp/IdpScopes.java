package org.postkontor.testkit.idp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scopes that exist here; unknown ones are dropped (RFC 6749, 3.3), a request of only unknown ones fails. */
final class IdpScopes {

	static final List<String> ALL = List.of("openid", "email", "profile", "offline_access", "mail", "mail.receive",
			"mail.send");

	private IdpScopes() {
	}

	static Set<String> granted(String requested) throws OAuthError {
		Set<String> scopes = new LinkedHashSet<>(List.of(requested.trim().split(" +")));
		scopes.retainAll(ALL);
		if (scopes.isEmpty()) {
			throw new OAuthError("invalid_scope", "none of the scopes exists");
		}
		return scopes;
	}
}
