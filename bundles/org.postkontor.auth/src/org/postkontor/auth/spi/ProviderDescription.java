package org.postkontor.auth.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Protocol;

/**
 * What an extension declares about a provider; enough for lists, rules and data-only providers without loading a class.
 *
 * @param kind        {@code oauth} or {@code password}
 * @param domains     address domains it serves; empty for any
 * @param hosts       suffixes of resource hosts its credentials may go to; empty: only hosts approved at sign-in
 * @param replaces    id of a provider this one takes the place of
 * @param contributor symbolic name of the declaring bundle
 * @param settings    {@code icon}, {@code clientId}, {@code scopes.receive}, {@code scopes.send}, {@code scopes.identity}, each
 *                    also with {@code .imap}, {@code .pop3} or {@code .smtp}; {@code issuer} and the other attributes of
 *                    the element issuer by their names
 */
public record ProviderDescription(String id, String label, String kind, int order, Set<Protocol> protocols, List<String> domains,
		List<String> hosts, Optional<String> replaces, String contributor, Map<String, String> settings) {
	public ProviderDescription {
		protocols = Set.copyOf(protocols);
		domains = List.copyOf(domains);
		hosts = List.copyOf(hosts);
		settings = Map.copyOf(settings);
	}
}
