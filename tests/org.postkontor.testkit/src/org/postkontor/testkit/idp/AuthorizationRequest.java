package org.postkontor.testkit.idp;

import java.util.LinkedHashSet;
import java.util.Set;

/** A checked authorization request that waits for its user. */
record AuthorizationRequest(IdpClient client, String redirectUri, boolean formPost, String state, String nonce,
		String challenge, Set<String> scopes, String loginHint) {

	/**
	 * Checks everything but client and redirect URI, which decide whether an error may be sent there at all.
	 *
	 * @throws OAuthError to be sent to the redirect URI
	 */
	static AuthorizationRequest check(FormData query, IdpClient client) throws OAuthError {
		if (!"code".equals(query.get("response_type"))) {
			throw new OAuthError("unsupported_response_type", "only code is supported");
		}
		if (!"S256".equals(query.get("code_challenge_method")) || query.get("code_challenge").length() != 43) {
			throw new OAuthError("invalid_request", "PKCE with S256 is compulsory");
		}
		Set<String> scopes = IdpScopes.granted(query.get("scope"));
		if ("none".equals(query.get("prompt"))) {
			throw new OAuthError("login_required", "this provider keeps no session");
		}
		return new AuthorizationRequest(client, query.get("redirect_uri"),
				"form_post".equals(query.get("response_mode")), query.get("state"), query.get("nonce"),
				query.get("code_challenge"), new LinkedHashSet<>(scopes), query.get("login_hint"));
	}
}
