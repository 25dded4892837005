package org.postkontor.testkit.peer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.testkit.SecretLedger;

/**
 * Who may sign in at a ready-made peer, with which password or access token, and how the peer refuses a bad token.
 * May be changed while the peer runs; thread-safe.
 */
public final class PeerAccounts {

	/** The error of RFC 7628, 3.2.2, as large providers send it. */
	public static final String DEFAULT_ERROR = "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}";

	private final Map<String, String> passwords = new ConcurrentHashMap<>();
	private final Map<String, String> tokens = new ConcurrentHashMap<>();
	private volatile Optional<String> error = Optional.of(DEFAULT_ERROR);

	public PeerAccounts password(String user, String password) {
		SecretLedger.note("password", password);
		passwords.put(user, password);
		return this;
	}

	/** Accepts {@code token} for {@code user} and the one before no longer. */
	public PeerAccounts token(String user, String token) {
		SecretLedger.note("token", token);
		tokens.put(user, token);
		return this;
	}

	/** No password and no token of {@code user} is good any more. */
	public PeerAccounts revoke(String user) {
		passwords.remove(user);
		tokens.remove(user);
		return this;
	}

	/** The JSON that a bad token is challenged with, decoded. */
	public PeerAccounts oauthError(String json) {
		error = Optional.of(json);
		return this;
	}

	/** A bad token is refused at once, without a JSON challenge, as Exchange does. */
	public PeerAccounts noOauthError() {
		error = Optional.empty();
		return this;
	}

	boolean knowsPassword(String user, String password) {
		return password.equals(passwords.get(user));
	}

	boolean knowsToken(String user, String token) {
		return token.equals(tokens.get(user));
	}

	Optional<String> oauthError() {
		return error;
	}
}
