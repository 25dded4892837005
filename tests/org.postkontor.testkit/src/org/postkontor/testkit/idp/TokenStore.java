package org.postkontor.testkit.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The tokens alive, with the rules of rotation and reuse. Thread-safe. */
final class TokenStore {

	/** An access token that is good until {@code expires}. */
	record AccessToken(Grant grant, Set<String> scopes, Instant expires) {
	}

	private final Clock clock;
	private final Map<String, AccessToken> access = new HashMap<>();
	private final Map<String, Grant> refresh = new HashMap<>();
	private final Map<String, Grant> used = new HashMap<>();
	private final Set<String> dead = new HashSet<>();
	private Duration accessLifetime = Duration.ofHours(1);
	private int accessLength = Secrets.LENGTH;

	TokenStore(Clock clock) {
		this.clock = clock;
	}

	synchronized void accessLifetime(Duration lifetime) {
		accessLifetime = lifetime;
	}

	synchronized Duration accessLifetime() {
		return accessLifetime;
	}

	synchronized void accessLength(int length) {
		accessLength = length;
	}

	synchronized String newAccess(Grant grant, Set<String> scopes) {
		String token = Secrets.token(accessLength);
		access.put(token, new AccessToken(grant, scopes, clock.instant().plus(accessLifetime)));
		return token;
	}

	synchronized String newRefresh(Grant grant) {
		String token = Secrets.token();
		refresh.put(token, grant);
		return token;
	}

	/** The access token, if it is alive. */
	synchronized Optional<AccessToken> active(String token) {
		return Optional.ofNullable(access.get(token)).filter(found -> !dead.contains(found.grant().id()))
				.filter(found -> clock.instant().isBefore(found.expires()));
	}

	/** The grant of an unused refresh token, which it does not consume. */
	synchronized Optional<Grant> refreshable(String token) {
		return Optional.ofNullable(refresh.get(token)).filter(grant -> !dead.contains(grant.id()));
	}

	/** Consumes a refresh token. @throws OAuthError for an unknown one; a second use ends its family, too */
	synchronized Grant consume(String token, IdpClient client) throws OAuthError {
		if (used.containsKey(token)) {
			end(used.get(token));
			throw new OAuthError("invalid_grant", "refresh token reuse: the session was ended");
		}
		Grant grant = refreshable(token)
				.orElseThrow(() -> new OAuthError("invalid_grant", "refresh token unknown, expired or revoked"));
		if (!grant.client().equals(client)) {
			throw new OAuthError("invalid_grant", "refresh token of another client");
		}
		refresh.remove(token);
		used.put(token, grant);
		return grant;
	}

	synchronized void end(Grant grant) {
		dead.add(grant.id());
	}

	/** RFC 7009: a refresh token takes its family along, an access token only itself; unknown is fine. */
	synchronized void revoke(String token) {
		access.remove(token);
		Optional.ofNullable(refresh.get(token)).ifPresent(this::end);
	}

	/** Access tokens of those users are expired from now on. */
	synchronized void expireAccess(Predicate<IdpUser> users) {
		access.values().removeIf(token -> users.test(token.grant().user()));
	}

	/** Nothing of those users is good any more. */
	synchronized void endAll(Predicate<IdpUser> users) {
		expireAccess(users);
		refresh.values().stream().filter(grant -> users.test(grant.user())).forEach(this::end);
	}
}
