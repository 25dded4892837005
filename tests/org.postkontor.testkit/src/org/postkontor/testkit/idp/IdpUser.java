package org.postkontor.testkit.idp;

import java.util.Map;

/**
 * A person known to the provider. Immutable.
 *
 * @param username the address, which is also the login name
 * @param claims   more claims for the ID token and user info, such as {@code name}
 */
public record IdpUser(String username, String password, String subject, Map<String, String> claims) {

	public IdpUser {
		claims = Map.copyOf(claims);
	}

	/** A user whose subject is derived from the address. */
	public static IdpUser of(String address, String password) {
		return new IdpUser(address, password, "sub-" + Integer.toHexString(address.hashCode()), Map.of());
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "IdpUser[" + username + "]";
	}
}
