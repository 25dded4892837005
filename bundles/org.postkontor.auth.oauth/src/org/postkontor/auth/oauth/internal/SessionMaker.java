package org.postkontor.auth.oauth.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.SignInRequest;

/**
 * Sessions from token answers. Secrets: {@code access}, {@code refresh}. Attributes: {@code expires} and {@code lifetime}
 * of the access token, {@code tokenUri}, {@code revokeUri}: they are kept here, and not in the account's file, so that
 * editing that file never leads a token elsewhere.
 */
final class SessionMaker {
	static final String ACCESS = "access";
	static final String REFRESH = "refresh";
	static final String EXPIRES = "expires";
	static final String LIFETIME = "lifetime";
	static final String TOKEN_URI = "tokenUri";
	static final String REVOKE_URI = "revokeUri";

	private final Clock clock;

	SessionMaker(Clock clock) {
		this.clock = clock;
	}

	Session made(SignInRequest request, ClientSettings client, IssuerMetadata metadata, IdTokenCheck.Identity identity, TokenAnswer tokens) {
		Instant now = clock.instant();
		Map<String, String> attributes = new LinkedHashMap<>(Map.of(TOKEN_URI, metadata.token().toString()));
		metadata.revoke().ifPresent(uri -> attributes.put(REVOKE_URI, uri.toString()));
		Set<String> scopes = tokens.scopes().isEmpty() ? Set.copyOf(client.scopes(metadata)) : tokens.scopes();
		Set<String> hosts = request.resources().stream().map(Resource::host).collect(Collectors.toUnmodifiableSet());
		Session empty = new Session(id(client.issuer(), client.clientId(), identity.subject()), request.binding().provider(), client.issuer(),
				client.clientId(), identity.subject(), identity.names(), scopes, hosts, now, now, Map.of(), attributes);
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
		return session.refreshed(now, secrets, attributes, tokens.scopes().isEmpty() ? session.scopes() : tokens.scopes());
	}

	/** The subject where the provider issues no ID token: the name that was asked for. */
	static IdTokenCheck.Identity unnamed(String principal) {
		return new IdTokenCheck.Identity(principal.toLowerCase(Locale.ROOT), java.util.List.of());
	}

	static String id(String issuer, String clientId, String subject) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest((issuer + '|' + clientId + '|' + subject).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, 32);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
