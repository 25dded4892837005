package org.postkontor.testkit.idp;

import java.util.Set;

/**
 * What a user allowed a client: the origin of a family of tokens.
 *
 * @param nonce of the authorization request; empty if there was none
 */
record Grant(String id, IdpUser user, IdpClient client, Set<String> scopes, String nonce) {

	Grant {
		scopes = Set.copyOf(scopes);
	}

	static Grant of(IdpUser user, IdpClient client, Set<String> scopes, String nonce) {
		return new Grant(Secrets.token(), user, client, scopes, nonce);
	}
}
