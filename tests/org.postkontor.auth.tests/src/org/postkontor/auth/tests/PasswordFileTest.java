package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.internal.vault.DefaultSecureStorage;
import org.postkontor.auth.internal.vault.PasswordFileSecureStorage;
import org.postkontor.problem.ProblemException;

class PasswordFileTest {
	@TempDir
	Path folder;

	@Test
	void isMadeWithARandomPasswordForTheOwnerOnly() throws Exception {
		Path file = folder.resolve("keys/password");
		char[] made = storage(file, true).password();
		assertTrue(made.length >= 43);
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertArrayEquals(made, storage(file, false).password());
	}

	@Test
	void isNotMadeUnlessAllowed() {
		assertProblem("auth.password-file-missing", storage(folder.resolve("password"), false));
	}

	@Test
	void isRefusedWhenOthersCanReadIt() throws Exception {
		Path file = Files.writeString(folder.resolve("password"), "secret");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		assertProblem("auth.password-file-open", storage(file, true));
	}

	@Test
	void isRefusedWhenItIsEmpty() throws Exception {
		Path file = Files.writeString(folder.resolve("password"), "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		assertProblem("auth.password-file-empty", storage(file, true));
	}

	@Test
	void theDefaultStorageIsFoundWhereEquinoxKeepsIt() {
		assertEquals(Optional.of(Path.of("/users-home/anna/.eclipse/org.eclipse.equinox.security/secure_storage")),
				DefaultSecureStorage.locate(List.of(), Map.of(), "/users-home/anna"));
		assertEquals(Optional.of(Path.of("/users-home/anna/ring")),
				DefaultSecureStorage.locate(List.of("-eclipse.keyring", "@user.home/ring"), Map.of("ECLIPSE_KEYRING", "/else"), "/users-home/anna"));
		assertEquals(Optional.of(Path.of("/else")), DefaultSecureStorage.locate(List.of(), Map.of("ECLIPSE_KEYRING", "/else"), "/users-home/anna"));
	}

	private PasswordFileSecureStorage storage(Path passwordFile, boolean generate) {
		return new PasswordFileSecureStorage(folder.resolve("secure_storage"), passwordFile, generate, new SecureRandom());
	}

	private static void assertProblem(String id, PasswordFileSecureStorage storage) {
		assertEquals(id, assertThrows(ProblemException.class, storage::password).problem().id());
	}
}
