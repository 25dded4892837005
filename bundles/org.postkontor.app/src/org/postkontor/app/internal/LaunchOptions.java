package org.postkontor.app.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/**
 * The options of the window: {@code --home DIR}, {@code --branding FILE}, {@code --trust-ca FILE}, also as
 * {@code --home=DIR}. What starts with one dash belongs to the platform and is left to it.
 */
public record LaunchOptions(Optional<Path> home, Optional<Path> branding, Optional<Path> trustCa) {
	private static final Set<String> KNOWN = Set.of("--home", "--branding", "--trust-ca");

	/** @throws IllegalArgumentException with a message for the user: unknown option, missing value, impossible path */
	public static LaunchOptions parse(List<String> arguments) {
		Map<String, Path> values = new HashMap<>();
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			String argument = rest.next();
			if (!argument.startsWith("--")) {
				continue;
			}
			int equals = argument.indexOf('=');
			String name = equals < 0 ? argument : argument.substring(0, equals);
			if (!KNOWN.contains(name)) {
				throw new IllegalArgumentException(NLS.bind(AppMessages.unknownOption, name));
			}
			values.put(name, path(name, equals < 0 ? value(name, rest) : argument.substring(equals + 1)));
		}
		return new LaunchOptions(Optional.ofNullable(values.get("--home")), Optional.ofNullable(values.get("--branding")),
				Optional.ofNullable(values.get("--trust-ca")));
	}

	private static String value(String name, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException(NLS.bind(AppMessages.missingValue, name));
		}
		return rest.next();
	}

	private static Path path(String name, String value) {
		if (value.isBlank() || value.startsWith("--")) {
			throw new IllegalArgumentException(NLS.bind(AppMessages.missingValue, name));
		}
		try {
			return Path.of(value).toAbsolutePath().normalize();
		} catch (InvalidPathException e) {
			throw new IllegalArgumentException(NLS.bind(AppMessages.pathInvalid, value), e);
		}
	}
}
