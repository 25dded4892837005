package org.postkontor.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an endpoint authenticates. Names the stored sign-in, holds no secret.
 *
 * @param provider  id of the authentication provider, for example {@code oauth} or {@code password}
 * @param principal who signs in
 * @param mailbox   what is used; the same as principal except for shared mailboxes
 * @param session   id of the vault entry that belongs to this binding; empty until signed in. Changing host or issuer
 *                  empties it (unbinds the secret)
 * @param settings  not secret: {@code issuer}, {@code clientId}, {@code tenant}, scopes per direction …
 */
public record AuthBinding(String provider, String principal, String mailbox, Optional<String> session, Map<String, String> settings) {
	public AuthBinding {
		settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
	}

	/** A binding of a user's own mailbox, not signed in yet. */
	public static AuthBinding of(String provider, String principal, Map<String, String> settings) {
		return new AuthBinding(provider, principal, principal, Optional.empty(), settings);
	}

	/** Whether this is the stored sign-in that the binding names. */
	public boolean uses(String storedSession) {
		return session.filter(storedSession::equals).isPresent();
	}

	/** The same binding with a stored sign-in. */
	public AuthBinding signedIn(String newSession) {
		return new AuthBinding(provider, principal, mailbox, Optional.of(newSession), settings);
	}

	/** The same binding without its stored sign-in. */
	public AuthBinding signedOut() {
		return new AuthBinding(provider, principal, mailbox, Optional.empty(), settings);
	}
}
