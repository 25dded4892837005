package org.postkontor.auth.internal.broker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.problem.Problem;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What servers and token endpoints demand in addition (claims challenges, OpenID Connect Core 5.5), until it is satisfied:
 * by a token that was fetched with them, or by a person. Kept in memory: after a restart the server says it again.
 */
final class ClaimsChallenges {
	/** Detail of a problem that carries a challenge of the token endpoint. */
	static final String DETAIL = "claims";
	private static final int MAX_LENGTH = 4096;

	private final Map<Refusals.Key, String> tokens = new ConcurrentHashMap<>();
	private final Map<String, String> signIns = new ConcurrentHashMap<>();

	/** A server wants a token with these claims; what is no JSON object is ignored. */
	void demanded(Refusals.Key key, String claims) {
		if (isUsable(claims)) {
			tokens.put(key, claims);
			signIns.put(key.session(), claims);
		}
	}

	/** The token endpoint may want a person who satisfies claims. */
	void learn(String session, Problem problem) {
		Optional.ofNullable(problem.details().get(DETAIL)).filter(ClaimsChallenges::isUsable).ifPresent(claims -> signIns.put(session, claims));
	}

	Optional<String> of(Refusals.Key key) {
		return Optional.ofNullable(tokens.get(key));
	}

	Optional<String> forSignIn(String session) {
		return Optional.ofNullable(signIns.get(session));
	}

	void satisfied(Refusals.Key key, String claims) {
		tokens.remove(key, claims);
		signIns.remove(key.session(), claims);
	}

	void forget(String session) {
		tokens.keySet().removeIf(key -> key.session().equals(session));
		signIns.remove(session);
	}

	/** It comes from outside and goes into a request. */
	private static boolean isUsable(String claims) {
		try {
			return claims.length() <= MAX_LENGTH && JsonParser.parseString(claims).isJsonObject();
		} catch (JsonParseException e) {
			return false;
		}
	}
}
