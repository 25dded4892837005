package org.postkontor.auth.spi;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;

/**
 * What an extension declares about a provider; enough for lists, rules and data-only providers without loading a class.
 *
 * @param kind        {@code oauth} or {@code password}
 * @param domains     address domains it serves; empty for any
 * @param hosts       suffixes of resource hosts its credentials may go to; empty: only hosts approved at sign-in
 * @param replaces    id of a provider this one takes the place of
 * @param contributor symbolic name of the declaring bundle
 * @param settings    {@code icon}, {@code clientId}, {@code clientSecret}, {@link #SERVED_HOSTS}, {@code scopes.receive},
 *                    {@code scopes.send}, {@code scopes.identity}, each also with {@code .imap}, {@code .pop3} or {@code .smtp};
 *                    {@code issuer} and the other attributes of the element issuer by their names
 */
public record ProviderDescription(String id, String label, String kind, int order, Set<Protocol> protocols, List<String> domains,
		List<String> hosts, Optional<String> replaces, String contributor, Map<String, String> settings) {
	/** Setting: host suffixes that it is offered for, though its credentials may not go there by themselves; separated by blanks. */
	public static final String SERVED_HOSTS = "servedHosts";

	private static final String OWN = "org.postkontor.auth";

	public ProviderDescription {
		protocols = Set.copyOf(protocols);
		domains = List.copyOf(domains);
		hosts = List.copyOf(hosts);
		settings = Map.copyOf(settings);
	}

	/**
	 * Whether it is made for such an account: by the domain of the address, or by one of its servers. A provider without
	 * domains is offered for every address, but made for none by that.
	 *
	 * @param servers host names
	 */
	public boolean serves(MailAddress address, Collection<String> servers) {
		List<String> suffixes = Stream.concat(hosts.stream(), Stream.of(settings.getOrDefault(SERVED_HOSTS, "").split(" ")))
				.filter(suffix -> !suffix.isEmpty()).toList();
		return domains.contains(address.domain()) || domains.contains(address.asciiDomain())
				|| servers.stream().map(host -> host.toLowerCase(Locale.ROOT))
						.anyMatch(host -> suffixes.stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix)));
	}

	/**
	 * Where a sign-in in the browser comes back to, without its port, which changes each time (RFC 8252, 7.3). With its path where
	 * any provider may be meant: Keycloak compares it, too. Those with an issuer of their own are known to do without.
	 */
	public String redirectUri() {
		return "http://" + settings.getOrDefault("redirectHost", "localhost") + (settings.containsKey("issuer") ? "" : "/");
	}

	/** Which rights its declaration names for a protocol; empty if only the account or the office knows them. */
	public List<String> scopes(Protocol protocol) {
		String key = "scopes." + protocol.direction().name().toLowerCase(Locale.ROOT);
		String scopes = settings.getOrDefault(key + "." + protocol.name().toLowerCase(Locale.ROOT), settings.getOrDefault(key, ""));
		return Stream.of(scopes.strip().split("\\s+")).filter(scope -> !scope.isEmpty()).toList();
	}

	/**
	 * All rights of one direction, for every protocol that it serves, each once; without those of Exchange Web Services, which are
	 * on their way out: nobody shall register rights for them who has no such account.
	 */
	public List<String> scopes(Direction direction) {
		return Stream.of(Protocol.values()).filter(protocol -> protocol.direction() == direction && protocol != Protocol.EWS && protocols.contains(protocol))
				.flatMap(protocol -> scopes(protocol).stream()).distinct().toList();
	}

	/** Whether it comes with the product, so that nobody else has to be named as who brings it. */
	public boolean isBuiltIn() {
		return contributor.equals(OWN) || contributor.startsWith(OWN + ".");
	}

	/**
	 * Whether a sign-in with a code on another device may be tried, before anything else is known. Where the issuer's metadata
	 * decide, only the sign-in knows; it then says {@code auth.device-unsupported} before it shows anything.
	 */
	public boolean mayUseDeviceCode() {
		boolean fixed = "false".equals(settings.get("discovery")) && !settings.containsKey("deviceUri");
		return "oauth".equals(kind) && !fixed && !"false".equals(settings.get("device"));
	}

	/** Without the settings: among them may be the secret of a desktop client. */
	@Override
	public String toString() {
		return "ProviderDescription[" + id + " of " + contributor + "]";
	}
}
