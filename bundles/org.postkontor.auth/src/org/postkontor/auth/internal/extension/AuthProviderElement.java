package org.postkontor.auth.internal.extension;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IConfigurationElement;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.ProviderDescription;

/** One {@code authProvider} element: reads and checks it; loads no class. */
record AuthProviderElement(IConfigurationElement element, ProviderDescription description) {
	private static final int DEFAULT_ORDER = 100;

	static AuthProviderElement read(IConfigurationElement element) throws InvalidDeclarationException {
		Declaration declared = new Declaration(element);
		String id = declared.required("id");
		Declaration.check(id.matches("[a-z0-9][a-z0-9.-]{0,63}"), "id " + id);
		String label = declared.required("label");
		declared.required("kind");
		String kind = declared.choice("kind", "", Set.of("oauth", "password"));
		List<String> domains = new ArrayList<>();
		for (String domain : declared.values("domain", "name")) {
			domains.add(HostSuffix.domain(domain));
		}
		Optional<Declaration> replace = declared.child("replace");
		Optional<String> replaced = replace.isPresent() ? Optional.of(replace.get().required("provider")) : Optional.empty();
		Declaration.check(!replaced.equals(Optional.of(id)), "replaces itself");
		return new AuthProviderElement(element, new ProviderDescription(id, label, kind, declared.number("order", DEFAULT_ORDER, Integer.MIN_VALUE),
				protocols(declared), domains, hosts(declared, true), replaced, element.getContributor().getName(), settings(declared, kind)));
	}

	/** Whether a class of the contributor runs it. */
	boolean hasClass() {
		return new Declaration(element).text("class").isPresent();
	}

	/** Name to report an element by that cannot be read. */
	static String name(IConfigurationElement element) {
		return new Declaration(element).text("id").orElse("?");
	}

	private static Map<String, String> settings(Declaration declared, String kind) throws InvalidDeclarationException {
		Map<String, String> settings = new LinkedHashMap<>();
		Optional<String> icon = declared.text("icon");
		if (icon.isPresent()) {
			Declaration.check(icon.get().matches("[A-Za-z0-9_$][A-Za-z0-9_$./@-]*\\.(svg|png)") && !icon.get().contains(".."), "icon " + icon.get());
			settings.put("icon", icon.get());
		}
		List<String> served = hosts(declared, false);
		if (!served.isEmpty()) {
			settings.put(ProviderDescription.SERVED_HOSTS, String.join(" ", served));
		}
		Optional<Declaration> issuer = declared.child("issuer");
		Optional<Declaration> client = declared.child("client");
		Declaration.check("oauth".equals(kind) || issuer.isEmpty() && client.isEmpty() && declared.children("scopes").isEmpty(),
				"kind password has no issuer, client or scopes");
		if (issuer.isPresent()) {
			IssuerElement.read(issuer.get(), settings);
		}
		for (Declaration scopes : declared.children("scopes")) {
			scopes(scopes, settings);
		}
		if (client.isPresent()) {
			settings.put("clientId", client.get().required("id"));
			client.get().text("secret").ifPresent(secret -> settings.put("clientSecret", secret));
		}
		return settings;
	}

	private static void scopes(Declaration scopes, Map<String, String> settings) throws InvalidDeclarationException {
		scopes.required("direction");
		String key = "scopes." + scopes.choice("direction", "", Set.of("receive", "send", "identity"));
		Optional<String> protocol = scopes.text("protocol");
		if (protocol.isPresent()) {
			protocol(protocol.get());
			key += "." + protocol.get().toLowerCase(Locale.ROOT);
		}
		String text = scopes.element().getValue();
		Declaration.check(settings.put(key, text == null ? "" : text.strip()) == null, key + " twice");
	}

	/** @param tokens those that tokens may go to, or those that are only served */
	private static List<String> hosts(Declaration declared, boolean tokens) throws InvalidDeclarationException {
		List<String> hosts = new ArrayList<>();
		for (Declaration host : declared.children("host")) {
			String suffix = HostSuffix.read(host.required("suffix"));
			if (host.flag("tokens", true) == tokens) {
				hosts.add(suffix);
			}
		}
		return hosts;
	}

	private static Set<Protocol> protocols(Declaration declared) throws InvalidDeclarationException {
		Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
		for (String name : declared.values("protocol", "name")) {
			protocols.add(protocol(name));
		}
		return protocols;
	}

	private static Protocol protocol(String name) throws InvalidDeclarationException {
		try {
			return Protocol.valueOf(name.toUpperCase(Locale.ROOT));
		} catch (IllegalArgumentException e) {
			throw new InvalidDeclarationException("protocol " + name);
		}
	}
}
