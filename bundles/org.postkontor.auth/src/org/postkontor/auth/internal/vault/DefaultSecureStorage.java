package org.postkontor.auth.internal.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The store that all Equinox programs of the user share, unlocked by the operating system. There must never be a second
 * file with that provider: on Linux it keeps one master password for all, and a second file replaces it.
 */
public final class DefaultSecureStorage implements SecureStorage {
	private final Optional<Path> file;

	public DefaultSecureStorage(List<String> arguments, Map<String, String> environment, String userHome) {
		this.file = locate(arguments, environment, userHome);
	}

	@Override
	public @Nullable ISecurePreferences open() {
		return SecurePreferencesFactory.getDefault();
	}

	@Override
	public Optional<Path> file() {
		return file;
	}

	@Override
	public void written() {
		// the file's mode is the business of all programs that share it
	}

	/** The rule of Equinox: argument, environment, home; a leading {@code @user.home} is replaced. */
	public static Optional<Path> locate(List<String> arguments, Map<String, String> environment, String userHome) {
		String location = environment.get("ECLIPSE_KEYRING");
		for (int i = 0; i + 1 < arguments.size(); i++) {
			if ("-eclipse.keyring".equalsIgnoreCase(arguments.get(i))) {
				location = arguments.get(i + 1);
				break;
			}
		}
		if (location == null || location.isBlank()) {
			return Optional.of(Path.of(userHome, ".eclipse", "org.eclipse.equinox.security", "secure_storage"));
		}
		if (location.startsWith("@user.home")) {
			return Optional.of(Path.of(userHome + location.substring("@user.home".length())));
		}
		return location.startsWith("file:") ? Optional.of(Path.of(location.substring("file:".length()))) : Optional.of(Path.of(location));
	}
}
