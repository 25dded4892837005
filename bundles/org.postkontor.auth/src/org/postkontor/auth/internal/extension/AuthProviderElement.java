package org.postkontor.auth.internal.extension;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.ProviderDescription;

/** One {@code authProvider} element: reads and checks it; loads no class. */
record AuthProviderElement(IConfigurationElement element, ProviderDescription description) {
	private static final List<String> ISSUER_ATTRIBUTES = List.of("discovery", "authorizeUri", "tokenUri", "deviceUri", "revokeUri", "public",
			"redirectHost", "parameters");
	private static final int DEFAULT_ORDER = 100;

	static AuthProviderElement read(IConfigurationElement element) throws InvalidDeclarationException {
		String id = required(element, "id");
		String kind = required(element, "kind");
		check(id.matches("[a-z0-9][a-z0-9.-]{0,63}"), "id " + id);
		check(Set.of("oauth", "password").contains(kind), "kind " + kind);
		List<String> hosts = new ArrayList<>();
		for (String suffix : values(element, "host", "suffix")) {
			hosts.add(suffix(suffix));
		}
		return new AuthProviderElement(element, new ProviderDescription(id, required(element, "label"), kind, order(element), protocols(element),
				lower(values(element, "domain", "name")), hosts, values(element, "replace", "provider").stream().findFirst(),
				element.getContributor().getName(), settings(element)));
	}

	/** Whether a class of the contributor runs it. */
	boolean hasClass() {
		return attribute(element, "class").isPresent();
	}

	/** Name to report an element by that cannot be read. */
	static String name(IConfigurationElement element) {
		return attribute(element, "id").orElse("?");
	}

	private static Map<String, String> settings(IConfigurationElement element) throws InvalidDeclarationException {
		Map<String, String> settings = new LinkedHashMap<>();
		attribute(element, "icon").ifPresent(icon -> settings.put("icon", icon));
		for (IConfigurationElement issuer : element.getChildren("issuer")) {
			settings.put("issuer", uri(required(issuer, "uri"), false));
			for (String name : ISSUER_ATTRIBUTES) {
				Optional<String> value = attribute(issuer, name);
				if (value.isPresent()) {
					settings.put(name, name.endsWith("Uri") ? uri(value.get(), "authorizeUri".equals(name)) : value.get());
				}
			}
		}
		check(Set.of("localhost", "127.0.0.1").contains(settings.getOrDefault("redirectHost", "localhost")), "redirectHost");
		for (IConfigurationElement scopes : element.getChildren("scopes")) {
			String direction = required(scopes, "direction");
			check(Set.of("receive", "send", "identity").contains(direction), "direction " + direction);
			Optional<String> protocol = attribute(scopes, "protocol");
			String text = scopes.getValue();
			settings.put("scopes." + direction + protocol.map(name -> "." + name).orElse(""), text == null ? "" : text.strip());
		}
		values(element, "client", "id").stream().findFirst().ifPresent(client -> settings.put("clientId", client));
		return settings;
	}

	private static Set<Protocol> protocols(IConfigurationElement element) throws InvalidDeclarationException {
		Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
		for (String name : values(element, "protocol", "name")) {
			try {
				protocols.add(Protocol.valueOf(name.toUpperCase(Locale.ROOT)));
			} catch (IllegalArgumentException e) {
				throw new InvalidDeclarationException("protocol " + name);
			}
		}
		return protocols;
	}

	private static int order(IConfigurationElement element) throws InvalidDeclarationException {
		try {
			return attribute(element, "order").map(Integer::parseInt).orElse(DEFAULT_ORDER);
		} catch (NumberFormatException e) {
			throw new InvalidDeclarationException("order");
		}
	}

	/** A suffix without a dot would hand tokens to a whole top-level domain. */
	private static String suffix(String text) throws InvalidDeclarationException {
		String suffix = text.toLowerCase(Locale.ROOT);
		check(suffix.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), "host suffix " + text);
		return suffix;
	}

	private static String uri(String text, boolean loopbackAllowed) throws InvalidDeclarationException {
		try {
			URI uri = URI.create(text);
			boolean loopback = loopbackAllowed && "http".equals(uri.getScheme()) && Set.of("127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
			check(uri.getHost() != null && ("https".equals(uri.getScheme()) || loopback), "address " + text);
			return text;
		} catch (IllegalArgumentException e) {
			throw new InvalidDeclarationException("address " + text);
		}
	}

	private static List<String> values(IConfigurationElement element, String child, String attribute) throws InvalidDeclarationException {
		List<String> values = new ArrayList<>();
		for (IConfigurationElement each : element.getChildren(child)) {
			values.add(required(each, attribute));
		}
		return values;
	}

	private static List<String> lower(List<String> values) {
		return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
	}

	private static String required(IConfigurationElement element, String name) throws InvalidDeclarationException {
		return attribute(element, name).orElseThrow(() -> new InvalidDeclarationException(element.getName() + " without " + name));
	}

	private static Optional<String> attribute(IConfigurationElement element, String name) {
		@Nullable String value = element.getAttribute(name);
		return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
	}

	private static void check(boolean condition, String reason) throws InvalidDeclarationException {
		if (!condition) {
			throw new InvalidDeclarationException(reason);
		}
	}
}
