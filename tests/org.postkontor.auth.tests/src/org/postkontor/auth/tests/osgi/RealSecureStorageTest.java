package org.postkontor.auth.tests.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.PasswordFileSecureStorage;
import org.postkontor.auth.internal.vault.SecureStorage;
import org.postkontor.auth.internal.vault.SecureStorageDataKeys;
import org.postkontor.problem.ProblemException;

@EnabledIf("org.postkontor.auth.tests.osgi.Framework#isRunning")
class RealSecureStorageTest {
	@TempDir
	Path folder;

	@Test
	void theSpyInThePlaceOfTheKeyringWorks() throws Exception {
		int before = ForbiddenPasswordProvider.CALLS.get();
		ISecurePreferences other = SecurePreferencesFactory.open(folder.resolve("other").toUri().toURL(), Map.of(IProviderHints.PROMPT_USER, false));
		other.put("key", "value", true);
		assertTrue(ForbiddenPasswordProvider.CALLS.get() > before, "else the next test proves nothing");
	}

	@Test
	void aPasswordFileNeverAsksTheKeyring() throws Exception {
		int before = ForbiddenPasswordProvider.CALLS.get();
		Path store = folder.resolve("with blank and ü").resolve("secure_storage");
		String made = keys(store, true).obtain(() -> true).id();
		assertEquals(made, keys(store, false).obtain(() -> false).id());
		assertEquals(before, ForbiddenPasswordProvider.CALLS.get());
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store)));
	}

	@Test
	void theKeyIsNotReadableInTheStore() throws Exception {
		Path store = folder.resolve("secure_storage");
		DataKey key = keys(store, true).obtain(() -> true);
		String text = Files.readString(store);
		assertTrue(text.contains(SecureStorageDataKeys.NODE));
		assertFalse(text.contains(key.encoded()) || text.contains(key.encoded().substring(20, 50)));
	}

	@Test
	void anotherPasswordDoesNotOpenItAndMakesNoNewKey() throws Exception {
		Path store = folder.resolve("secure_storage");
		keys(store, true).obtain(() -> true);
		Path copy = Files.copy(store, folder.resolve("copy")); // Equinox opens each location once
		Files.writeString(folder.resolve("password"), "another password");
		byte[] before = Files.readAllBytes(copy);
		ProblemException e = assertThrows(ProblemException.class, () -> keys(copy, false).obtain(() -> true));
		assertEquals("auth.keyring-refused", e.problem().id());
		assertEquals(java.util.Arrays.hashCode(before), java.util.Arrays.hashCode(Files.readAllBytes(copy)));
	}

	@Test
	void aKeyringKeepsExactlyOneEntryOfOurs() throws Exception {
		Path store = folder.resolve("default_storage");
		SecureRandom random = new SecureRandom();
		DataKey made = keyring(store, random).obtain(() -> true);
		assertEquals(made.id(), keyring(store, random).obtain(() -> false).id());
		try (Stream<String> lines = Files.lines(store)) {
			assertEquals(1, lines.filter(line -> line.startsWith("/" + SecureStorageDataKeys.NODE + "/")).count());
		}
		assertFalse(Files.readString(store).contains(made.encoded()));
	}

	@Test
	void aKeyringThatGivesNoPasswordIsNoticedThoughEquinoxStoresClearText() throws Exception {
		Path store = folder.resolve("clear_storage");
		ForbiddenPasswordProvider.GIVES_NOTHING.set(true);
		try {
			ProblemException e = assertThrows(ProblemException.class, () -> keyring(store, new SecureRandom()).obtain(() -> true));
			assertEquals("auth.keyring-missing", e.problem().id());
			assertFalse(Files.exists(store) && Files.readString(store).contains(SecureStorageDataKeys.ENTRY));
		} finally {
			ForbiddenPasswordProvider.GIVES_NOTHING.set(false);
		}
	}

	/** As the user's default store, but elsewhere: opened without a password, so that the platform's provider is asked. */
	private SecureStorageDataKeys keyring(Path store, SecureRandom random) {
		return new SecureStorageDataKeys(new SecureStorage() {
			@Override
			public ISecurePreferences open() throws IOException {
				return SecurePreferencesFactory.open(store.toUri().toURL(), Map.of(IProviderHints.PROMPT_USER, false));
			}

			@Override
			public Optional<Path> file() {
				return Optional.of(store);
			}

			@Override
			public void written() {
				// shared with others
			}
		}, folder.resolve("locks").resolve("key.lock"), random, Duration.ofSeconds(20));
	}

	private SecureStorageDataKeys keys(Path store, boolean generate) {
		SecureRandom random = new SecureRandom();
		return new SecureStorageDataKeys(new PasswordFileSecureStorage(store, folder.resolve("password"), generate, random),
				folder.resolve("locks").resolve("key.lock"), random, Duration.ofSeconds(20));
	}
}
