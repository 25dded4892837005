package org.postkontor.auth.internal.extension;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jdt.annotation.Nullable;

/** An element of a contribution, read with the checks that its schema promises; messages are for its developer. */
record Declaration(IConfigurationElement element) {
	Optional<String> text(String name) {
		@Nullable String value = element.getAttribute(name);
		return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
	}

	String required(String name) throws InvalidDeclarationException {
		return text(name).orElseThrow(() -> new InvalidDeclarationException(element.getName() + " without " + name));
	}

	String choice(String name, String fallback, Set<String> choices) throws InvalidDeclarationException {
		String value = text(name).orElse(fallback);
		check(choices.contains(value), name + " " + value);
		return value;
	}

	boolean flag(String name, boolean fallback) throws InvalidDeclarationException {
		return Boolean.parseBoolean(choice(name, String.valueOf(fallback), Set.of("true", "false")));
	}

	int number(String name, int fallback, int least) throws InvalidDeclarationException {
		try {
			int number = text(name).map(Integer::parseInt).orElse(fallback);
			check(number >= least, name + " " + number);
			return number;
		} catch (NumberFormatException e) {
			throw new InvalidDeclarationException(name + " is no whole number");
		}
	}

	/** An https address; http is allowed on this computer only, where {@code loopbackAllowed}. */
	String address(String name, boolean loopbackAllowed) throws InvalidDeclarationException {
		String text = required(name);
		try {
			URI uri = URI.create(text);
			boolean loopback = loopbackAllowed && "http".equals(uri.getScheme()) && Set.of("127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
			check(uri.getHost() != null && ("https".equals(uri.getScheme()) || loopback), name + " " + text);
			return text;
		} catch (IllegalArgumentException e) {
			throw new InvalidDeclarationException(name + " " + text);
		}
	}

	List<Declaration> children(String name) {
		return List.of(element.getChildren(name)).stream().map(Declaration::new).toList();
	}

	/** The only child of that name, if there is one. */
	Optional<Declaration> child(String name) throws InvalidDeclarationException {
		List<Declaration> children = children(name);
		check(children.size() <= 1, name + " more than once");
		return children.stream().findFirst();
	}

	List<String> values(String child, String attribute) throws InvalidDeclarationException {
		List<String> values = new ArrayList<>();
		for (Declaration each : children(child)) {
			values.add(each.required(attribute));
		}
		return values;
	}

	static void check(boolean condition, String reason) throws InvalidDeclarationException {
		if (!condition) {
			throw new InvalidDeclarationException(reason);
		}
	}
}
