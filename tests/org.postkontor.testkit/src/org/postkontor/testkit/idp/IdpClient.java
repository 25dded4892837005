package org.postkontor.testkit.idp;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An application registered at the provider. Immutable.
 *
 * @param secret       empty for a public client
 * @param redirectUris exact matches; loopback literals and {@code localhost} over http are good at any port and path
 *                     if {@code loopback} is set (RFC 8252, 7.3)
 */
public record IdpClient(String id, Optional<String> secret, Set<String> redirectUris, boolean loopback) {

	/** The public client that every provider of the test kit knows. */
	public static final IdpClient DEMO = new IdpClient("postkontor-demo", Optional.empty(), Set.of(), true);

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

	public IdpClient {
		redirectUris = Set.copyOf(redirectUris);
	}

	/** A client with a secret and no redirect URI, such as a mail server that introspects tokens. */
	public static IdpClient confidential(String id, String secret) {
		return new IdpClient(id, Optional.of(secret), Set.of(), true);
	}

	boolean allowsRedirect(String redirect) {
		if (redirectUris.contains(redirect)) {
			return true;
		}
		try {
			URI uri = URI.create(redirect);
			return loopback && "http".equals(uri.getScheme()) && uri.getHost() != null
					&& LOOPBACK.contains(uri.getHost()) && uri.getRawUserInfo() == null && uri.getFragment() == null;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "IdpClient[" + id + "]";
	}
}
