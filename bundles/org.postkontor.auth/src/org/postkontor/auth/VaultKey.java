package org.postkontor.auth;

import java.nio.file.Path;

/** Where the vault's data key is kept: an OSGi service registered by the application together with {@code Home}. */
public sealed interface VaultKey {
	/**
	 * The user's default Equinox secure storage, unlocked by the operating system's keyring.
	 *
	 * @param sessionOnlyAllowed whether to go on in memory when there is no usable keyring (window) or to fail (command line)
	 */
	record DefaultKeyring(boolean sessionOnlyAllowed) implements VaultKey {
	}

	/**
	 * An own secure storage file, opened with the content of {@code passwordFile} (mode 0600 enforced; made with a random
	 * password if it is missing and {@code generate} is true). The operating system's keyring is never called.
	 */
	record PasswordFile(Path passwordFile, boolean generate) implements VaultKey {
	}
}
