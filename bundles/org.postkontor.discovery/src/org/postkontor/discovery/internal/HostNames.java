package org.postkontor.discovery.internal;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Names of servers in strangers' data. */
final class HostNames {
	private HostNames() {
	}

	/** As A-label in lower case; empty if it cannot be a host name or IPv4 address. */
	static Optional<String> valid(String text) {
		try {
			String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
			return Optional.of(ascii).filter(a -> a.length() <= 253 && a.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** True if {@code host} is {@code domain} or below it. */
	static boolean isBelow(String host, String domain) {
		return host.equals(domain) || host.endsWith("." + domain);
	}
}
