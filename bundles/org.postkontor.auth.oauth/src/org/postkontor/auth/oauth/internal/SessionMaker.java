package org.postkontor.auth.oauth.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.SignInRequest;

/**
 * Sessions from token answers. Secrets: {@code access}, {@code refresh}, {@code clientSecret} (as entered by a person).
 * Attributes: {@code expires} and {@code lifetime} of the access token, {@code tokenUri}, {@code revokeUri} and
 * {@code clientAuth}: they are kept here, and not in the account's file, so that editing that file never leads a token
 * elsewhere. For its foreseeable end: {@code unusedDays} (ends when unused for that long), {@code testingDays} (days after the
 * sign-in, since the registration is in "testing"), {@code refreshExpires} (instant told by the provider).
 */
final class SessionMaker {
	static final String ACCESS = "access";
	static final String REFRESH = "refresh";
	static final String EXPIRES = "expires";
	static final String LIFETIME = "lifetime";
	static final String TOKEN_URI = "tokenUri";
	static final String REVOKE_URI = "revokeUri";
	static final String CLIENT_SECRET = "clientSecret";
	static final String CLIENT_AUTH = "clientAuth";
	static final String UNUSED_DAYS = "unusedDays";
	static final String TESTING_DAYS = "testingDays";
	static final String REFRESH_EXPIRES = "refreshExpires";

	private final Clock clock;

	SessionMaker(Clock clock) {
		this.clock = clock;
	}

	/** @param declared settings of the provider */
	Session made(SignInRequest request, Map<String, String> declared, ClientSettings client, IssuerMetadata metadata,
			IdTokenCheck.Identity identity, SignedIn signedIn) {
		TokenAnswer tokens = signedIn.tokens();
		Instant now = clock.instant();
		Map<String, String> attributes = new LinkedHashMap<>(Map.of(TOKEN_URI, metadata.token().toString()));
		metadata.revoke().ifPresent(uri -> attributes.put(REVOKE_URI, uri.toString()));
		Optional.ofNullable(declared.get(UNUSED_DAYS)).ifPresent(days -> attributes.put(UNUSED_DAYS, days));
		testing(request, declared, tokens).ifPresent(days -> attributes.put(TESTING_DAYS, days));
		Map<String, Secret> secrets = new LinkedHashMap<>();
		signedIn.client().secret().ifPresent(secret -> attributes.put(CLIENT_AUTH, signedIn.client().method()));
		if (client.secret().isEmpty()) { // the office's own stays in its file, where it can be changed
			signedIn.client().secret().ifPresent(secret -> secrets.put(CLIENT_SECRET, secret));
		}
		Set<String> scopes = tokens.scopes().isEmpty() ? Set.copyOf(client.scopes(metadata)) : tokens.scopes();
		Set<String> hosts = request.resources().stream().map(Resource::host).collect(Collectors.toUnmodifiableSet());
		Session empty = new Session(Session.idOf(client.issuer(), client.clientId(), identity.subject()), request.binding().provider(), client.issuer(),
				client.clientId(), identity.subject(), identity.names(), scopes, hosts, now, now, secrets, attributes);
		return refreshed(empty, tokens);
	}

	/** With the new access token, and the new refresh token if there is one (rotation); else the old one stays. */
	Session refreshed(Session session, TokenAnswer tokens) {
		Instant now = clock.instant();
		Map<String, Secret> secrets = new LinkedHashMap<>(session.secrets());
		secrets.put(ACCESS, tokens.access());
		tokens.refresh().ifPresent(refresh -> secrets.put(REFRESH, refresh));
		Map<String, String> attributes = new LinkedHashMap<>(session.attributes());
		attributes.put(EXPIRES, now.plus(tokens.lifetime()).toString());
		attributes.put(LIFETIME, tokens.lifetime().toString());
		if (tokens.refresh().isPresent()) {
			attributes.remove(REFRESH_EXPIRES); // that was another refresh token's
		}
		tokens.refreshLifetime().ifPresent(lifetime -> attributes.put(REFRESH_EXPIRES, now.plus(lifetime).toString()));
		return session.refreshed(now, secrets, attributes, tokens.scopes().isEmpty() ? session.scopes() : tokens.scopes());
	}

	/** Told by the account's settings ({@code testing}), or by a refresh token that lives no longer than in "testing". */
	private static Optional<String> testing(SignInRequest request, Map<String, String> declared, TokenAnswer tokens) {
		Optional<String> days = Optional.ofNullable(declared.get(TESTING_DAYS));
		boolean told = "true".equals(request.binding().settings().get("testing"));
		return days.filter(limit -> told
				|| tokens.refreshLifetime().filter(lifetime -> lifetime.compareTo(Duration.ofDays(Integer.parseInt(limit))) <= 0).isPresent());
	}

	/** The subject where the provider issues no ID token: the name that was asked for. */
	static IdTokenCheck.Identity unnamed(String principal) {
		return new IdTokenCheck.Identity(principal.toLowerCase(Locale.ROOT), java.util.List.of());
	}
}
