package org.postkontor.auth.microsoft.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.SignInRequest;

/**
 * Sessions around MSAL's cache. Secret: {@code cache}. Attributes: {@code cacheFormat}, {@code tenant} signed in to,
 * {@code unusedDays} after which an unused refresh token ends, {@code expires.<resource>} and {@code lifetime.<resource>} of access
 * tokens, and cloud and authority: kept here, and not in the account's file, so that editing that file leads no token elsewhere.
 */
final class SessionMaker {
	static final String CACHE = "cache";
	static final String CACHE_FORMAT = "cacheFormat";
	/** The JSON that all Microsoft libraries share; another number if that changes. */
	static final String FORMAT = "msal-1";
	static final String AUTHORITY = "authority";
	private static final String EXPIRES = "expires.";
	private static final String LIFETIME = "lifetime.";
	/** Refreshed early, so that a token does not expire on the way; but not earlier than a fifth of a short life. */
	private static final Duration EARLY = Duration.ofMinutes(2);

	private final Clock clock;

	SessionMaker(Clock clock) {
		this.clock = clock;
	}

	/** Without tokens yet; rights and hosts that the same user had before are kept. */
	Session made(SignInRequest request, Registration registration, IdTokenCheck.Identity identity) {
		Instant now = clock.instant();
		Cloud cloud = registration.cloud();
		String id = Session.idOf(cloud.issuer(), registration.clientId(), identity.subject());
		Optional<Session> previous = request.previous().filter(before -> before.id().equals(id));
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put(CACHE_FORMAT, FORMAT);
		attributes.put(AUTHORITY, registration.authority());
		attributes.put("tenant", identity.tenant());
		attributes.put("cloud", cloud.id());
		attributes.put("exchange", cloud.exchange());
		attributes.put("graphHost", cloud.graphHost());
		attributes.put("cloudVerified", String.valueOf(cloud.verified()));
		attributes.put("unusedDays", "90");
		Set<String> hosts = request.resources().stream().map(Resource::host).collect(Collectors.toUnmodifiableSet());
		return new Session(id, request.binding().provider(), cloud.issuer(), registration.clientId(), identity.subject(), identity.names(),
				previous.map(Session::scopes).orElse(Set.of()), hosts, now, now, Map.of(), attributes);
	}

	/** With what the token endpoint gave. */
	Session with(Session session, Rights rights, TokenAnswer answer, String cache) {
		Instant now = clock.instant();
		Map<String, String> attributes = new LinkedHashMap<>(session.attributes());
		attributes.put(EXPIRES + rights.resource(), now.plus(answer.lifetime()).toString());
		attributes.put(LIFETIME + rights.resource(), answer.lifetime().toString());
		Set<String> scopes = new LinkedHashSet<>(session.scopes());
		scopes.addAll(answer.scopes());
		return session.refreshed(now, Map.of(CACHE, Secret.of(cache)), attributes, scopes);
	}

	static Cloud cloud(Session session) {
		return new Cloud(session.attribute("cloud").orElse(Clouds.GLOBAL.id()), session.issuer().replaceFirst("^https://", ""),
				session.attribute("exchange").orElse(Clouds.GLOBAL.exchange()), session.attribute("graphHost").orElse(Clouds.GLOBAL.graphHost()),
				Boolean.parseBoolean(session.attribute("cloudVerified").orElse("true")));
	}

	/** Until when the access token of a resource can be given out. */
	Instant expires(Session session, Rights rights) {
		try {
			return session.attribute(EXPIRES + rights.resource()).map(Instant::parse).orElse(Instant.EPOCH);
		} catch (DateTimeException e) {
			return Instant.EPOCH; // treated as expired
		}
	}

	boolean isGood(Session session, Rights rights) {
		try {
			Duration life = session.attribute(LIFETIME + rights.resource()).map(Duration::parse).orElse(Duration.ZERO);
			Duration early = life.dividedBy(5).compareTo(EARLY) < 0 ? life.dividedBy(5) : EARLY;
			return clock.instant().isBefore(expires(session, rights).minus(early));
		} catch (DateTimeException e) {
			return false;
		}
	}
}
