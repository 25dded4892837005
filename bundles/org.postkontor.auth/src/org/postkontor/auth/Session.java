package org.postkontor.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One stored sign-in: what belongs to (issuer, client id, subject), shared by all accounts and protocols of that
 * identity. A password is a session, too, with issuer {@code password:} and the host. Immutable.
 *
 * @param id            opaque, derived from issuer, client id and subject; key of the vault entry: 1 to 64 of
 *                      {@code a-z0-9-}
 * @param provider      id of the provider that made it
 * @param names         names of the user known from the provider (address, upn, aliases)
 * @param scopes        granted rights
 * @param hosts         lower-case hosts this session's credentials may go to: shown to and approved by the user at
 *                      sign-in, in addition to what the provider lists
 * @param refreshed     last successful refresh
 * @param secrets       tokens and passwords by name
 * @param attributes    not secret: endpoints of the issuer, expiry instants …
 */
public record Session(String id, String provider, String issuer, String clientId, String subject, List<String> names, Set<String> scopes,
		Set<String> hosts, Instant issued, Instant refreshed, Map<String, Secret> secrets, Map<String, String> attributes) {
	public Session {
		names = List.copyOf(names);
		scopes = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(scopes));
		hosts = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(hosts));
		secrets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
		attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
	}

	/** The id of a sign-in at an OAuth provider: the same for all accounts and protocols of an identity (architecture: tokens). */
	public static String idOf(String issuer, String clientId, String subject) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest((issuer + '|' + clientId + '|' + subject).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, 32);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	public Optional<Secret> secret(String name) {
		return Optional.ofNullable(secrets.get(name));
	}

	public Optional<String> attribute(String name) {
		return Optional.ofNullable(attributes.get(name));
	}

	/** The same sign-in with other secrets and attributes, refreshed at {@code now}. */
	public Session refreshed(Instant now, Map<String, Secret> newSecrets, Map<String, String> newAttributes, Set<String> newScopes) {
		return new Session(id, provider, issuer, clientId, subject, names, newScopes, hosts, issued, now, newSecrets, newAttributes);
	}

	/** This sign-in, with the rights and hosts that the same user's earlier one had. */
	public Session after(Session earlier) {
		Set<String> rights = new java.util.LinkedHashSet<>(scopes);
		rights.addAll(earlier.scopes);
		return new Session(id, provider, issuer, clientId, subject, names, rights, hosts, issued, refreshed, secrets, attributes).approved(earlier.hosts);
	}

	/** The same sign-in, also allowed for {@code more} hosts. */
	public Session approved(Set<String> more) {
		Set<String> all = new java.util.LinkedHashSet<>(hosts);
		all.addAll(more);
		return new Session(id, provider, issuer, clientId, subject, names, scopes, all, issued, refreshed, secrets, attributes);
	}

	@Override
	public String toString() {
		return "Session[" + provider + " " + id + "]";
	}
}
