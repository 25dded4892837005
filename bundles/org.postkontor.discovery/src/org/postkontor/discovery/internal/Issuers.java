package org.postkontor.discovery.internal;

import java.net.URI;
import java.util.Optional;

import org.postkontor.discovery.internal.Autoconfig.OAuth;

/** Identity providers named in autoconfig files. */
final class Issuers {
	private Issuers() {
	}

	/** The issuer is a URI with https, or http to a loopback literal; so are the other addresses, if they are there. */
	static boolean isUsable(OAuth oauth) {
		return host(oauth.issuer()).isPresent() && (oauth.authUrl().isEmpty() || host(oauth.authUrl()).isPresent())
				&& (oauth.tokenUrl().isEmpty() || host(oauth.tokenUrl()).isPresent());
	}

	/** True if everything about the identity provider is below {@code domain}. */
	static boolean isBelow(OAuth oauth, String domain) {
		return below(oauth.issuer(), domain) && (oauth.authUrl().isEmpty() || below(oauth.authUrl(), domain))
				&& (oauth.tokenUrl().isEmpty() || below(oauth.tokenUrl(), domain));
	}

	private static boolean below(String uri, String domain) {
		return host(uri).filter(h -> HostNames.isBelow(h, domain)).isPresent();
	}

	private static Optional<String> host(String text) {
		try {
			URI uri = URI.create(text);
			String host = uri.getHost();
			boolean loopback = host != null && (host.equals("127.0.0.1") || host.equals("[::1]"));
			boolean allowed = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback;
			return host == null || !allowed || uri.getUserInfo() != null ? Optional.empty() : Optional.of(host.toLowerCase(java.util.Locale.ROOT));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
