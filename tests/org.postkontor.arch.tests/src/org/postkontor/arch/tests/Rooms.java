package org.postkontor.arch.tests;

import java.util.List;
import java.util.Map;

/** The table of docs/architecture.md: what a bundle may depend on, own bundles by room, others by the start of their name. */
final class Rooms {
	private static final List<String> EVERYONE = List.of("problem", "org.eclipse.equinox.common", "org.eclipse.core.jobs",
			"org.eclipse.core.runtime", "org.eclipse.jdt.annotation", "org.osgi.", "org.slf4j", "com.google.gson", "javax.",
			"org.w3c.dom", "org.xml.sax");
	private static final String[] CORE = { "account", "auth", "net", "discovery", "message", "transport", "outbox", "inbox", "check" };
	private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
			Map.entry("problem", List.of()),
			Map.entry("net", List.of("org.eclipse.core.net", "org.xbill.DNS")),
			Map.entry("store", List.of("org.sqlite")),
			Map.entry("account", List.of("store")),
			Map.entry("auth", List.of("store", "account", "net", "org.eclipse.equinox.security")),
			Map.entry("auth.oauth", List.of("auth", "account", "net", "com.nimbusds.")),
			Map.entry("auth.microsoft", List.of("auth", "account", "net", "com.microsoft.aad.msal4j", "com.azure.json")),
			Map.entry("discovery", List.of("account", "net")),
			Map.entry("message", List.of("jakarta.mail", "jakarta.activation", "org.jsoup")),
			Map.entry("transport", List.of("account", "auth", "net", "message", "jakarta.mail", "jakarta.activation", "org.eclipse.angus.mail.")),
			Map.entry("transport.exchange", List.of("account", "auth", "net", "message", "transport")),
			Map.entry("outbox", List.of("store", "account", "auth", "net", "transport", "message")),
			Map.entry("inbox", List.of("store", "account", "auth", "net", "transport", "message")),
			Map.entry("check", List.of("account", "auth", "discovery", "transport", "net", "message")),
			Map.entry("ui", with(CORE, "com.google.zxing", "org.eclipse.ui", "org.eclipse.swt", "org.eclipse.jface", "org.eclipse.e4.")),
			Map.entry("ui.nls", List.of("org.eclipse.jface")),
			Map.entry("ui.nls.workbench", List.of("org.eclipse.ui.workbench")),
			Map.entry("ui.nls.net", List.of("org.eclipse.ui.net")),
			Map.entry("cli", with(CORE, "org.eclipse.equinox.app", "org.eclipse.equinox.security")),
			Map.entry("example.provider", List.of("account", "auth")),
			Map.entry("example.suite", List.of("account", "message", "outbox")),
			Map.entry("app", List.of("ui", "account", "auth", "net", "org.eclipse.equinox.app", "org.eclipse.ui", "org.eclipse.swt", "org.eclipse.jface", "org.eclipse.e4.")));

	private Rooms() {
	}

	static boolean knows(String room) {
		return ALLOWED.containsKey(room);
	}

	/** Whether {@code room} may depend on a bundle or package of this name. */
	static boolean allows(String room, String name) {
		List<String> allowed = ALLOWED.getOrDefault(room, List.of());
		if (name.startsWith("org.postkontor.")) {
			String other = name.substring("org.postkontor.".length());
			return EVERYONE.contains(other) || allowed.contains(other);
		}
		return EVERYONE.stream().anyMatch(p -> starts(name, p)) || allowed.stream().anyMatch(p -> starts(name, p));
	}

	private static boolean starts(String name, String prefix) {
		return prefix.contains(".") && (prefix.endsWith(".") ? name.startsWith(prefix) : name.equals(prefix) || name.startsWith(prefix + "."));
	}

	private static List<String> with(String[] rooms, String... others) {
		return java.util.stream.Stream.concat(java.util.Arrays.stream(rooms), java.util.Arrays.stream(others)).toList();
	}
}
