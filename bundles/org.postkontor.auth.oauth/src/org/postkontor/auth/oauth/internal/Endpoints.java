package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** Rules for addresses that a provider names: https; http only for the login page on a loopback literal. */
final class Endpoints {
	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

	private Endpoints() {
	}

	static Optional<URI> https(@Nullable String text) {
		return parse(text).filter(uri -> "https".equals(uri.getScheme()));
	}

	static Optional<URI> browser(@Nullable String text) {
		return parse(text).filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
	}

	private static Optional<URI> parse(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		try {
			URI uri = URI.create(text);
			return uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null ? Optional.empty() : Optional.of(uri);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
