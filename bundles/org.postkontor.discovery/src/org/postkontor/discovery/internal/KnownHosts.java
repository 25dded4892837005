package org.postkontor.discovery.internal;

import java.util.Map;
import java.util.Optional;

/** Mail hosts whose tokens come from an identity provider that the product has an entry for. */
final class KnownHosts {
	private static final Map<String, String> PROVIDERS = Map.of("gmail.com", "google", "googlemail.com", "google", "office365.com", "microsoft",
			"outlook.com", "microsoft", "hotmail.com", "microsoft", "mail.yahoo.com", "yahoo", "aol.com", "aol", "fastmail.com", "fastmail");

	private KnownHosts() {
	}

	/** The authentication provider for OAuth at {@code host}. */
	static Optional<String> provider(String host) {
		return PROVIDERS.entrySet().stream().filter(e -> HostNames.isBelow(host, e.getKey())).map(Map.Entry::getValue).findFirst();
	}
}
