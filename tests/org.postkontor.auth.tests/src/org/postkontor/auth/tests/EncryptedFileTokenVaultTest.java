package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.FakeClock;

class EncryptedFileTokenVaultTest {
	@TempDir
	Path folder;
	final FakeClock clock = new FakeClock();
	final DataKey key = DataKey.random(new SecureRandom());

	@Test
	void givesBackWhatWasWritten() throws ProblemException {
		Session session = Samples.session("a1", "token");
		vault().write(session);
		assertEquals(session, vault().read("a1").orElseThrow());
		assertEquals(List.of(session), vault().sessions());
	}

	@Test
	void saysHowSecretsAreKept() throws ProblemException {
		TokenVault vault = vault();
		assertEquals(TokenVault.State.UNKNOWN, vault.state());
		vault.sessions();
		assertEquals(TokenVault.State.ENCRYPTED, vault.state());
	}

	@Test
	void noSecretAndNoNameIsReadableOnDisk() throws Exception {
		Canary canary = Canary.create("token");
		vault().write(Samples.session("a1", canary.value()));
		for (Path file : files()) {
			assertEquals(List.of(), canary.findIn(Files.readAllBytes(file)), file.toString());
			assertFalse(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains("anna@"));
		}
	}

	@Test
	void onlyTheOwnerMayReadTheFiles() throws Exception {
		vault().write(Samples.session("a1", "token"));
		for (Path file : files()) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
		}
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault"))));
	}

	@Test
	void eachWriteUsesAFreshNonce() throws Exception {
		vault().write(Samples.session("a1", "token"));
		byte[] first = Files.readAllBytes(file("a1"));
		vault().write(Samples.session("a1", "token"));
		assertFalse(Arrays.equals(first, 20, 32, Files.readAllBytes(file("a1")), 20, 32));
	}

	@Test
	void noOldGenerationOfASecretStaysBehind() throws Exception {
		vault().write(Samples.session("a1", "old"));
		vault().write(Samples.session("a1", "new"));
		assertFalse(Files.exists(folder.resolve("vault/a1.previous")));
	}

	@Test
	void aFileThatWasSwappedWithAnotherIsDamaged() throws Exception {
		vault().write(Samples.session("a1", "token"));
		vault().write(Samples.session("b2", "token"));
		Files.copy(file("b2"), file("a1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertProblem("auth.vault-damaged", ProblemKind.SIGN_IN_NEEDED, "a1");
	}

	@Test
	void aDamagedFileIsMovedAsideWithItsBytesAndTheOthersLoad() throws Exception {
		vault().write(Samples.session("a1", "token"));
		vault().write(Samples.session("b2", "token"));
		byte[] damaged = Files.readAllBytes(file("a1"));
		damaged[40] ^= 1;
		Files.write(file("a1"), damaged);
		assertProblem("auth.vault-damaged", ProblemKind.SIGN_IN_NEEDED, "a1");
		try (Stream<Path> moved = Files.list(folder.resolve("vault/damaged"))) {
			assertArrayEquals(damaged, Files.readAllBytes(moved.findFirst().orElseThrow()));
		}
		assertProblem("auth.vault-damaged", ProblemKind.SIGN_IN_NEEDED, "a1");
		assertEquals(List.of(Samples.session("b2", "token")), vault().sessions());
	}

	@Test
	void aCrashDuringAWriteLeavesThePreviousGeneration() throws Exception {
		vault().write(Samples.session("a1", "old"));
		Files.copy(file("a1"), folder.resolve("vault/a1.previous"));
		Files.write(file("a1"), new byte[] { 1, 2, 3 });
		assertEquals(Samples.session("a1", "old"), vault().read("a1").orElseThrow());
		assertEquals(Samples.session("a1", "old"), vault().read("a1").orElseThrow(), "it is the current one from then on");
	}

	@Test
	void aNewerFormatIsLeftUntouched() throws Exception {
		vault().write(Samples.session("a1", "token"));
		byte[] newer = Files.readAllBytes(file("a1"));
		newer[3] = 2;
		Files.write(file("a1"), newer);
		assertProblem("auth.vault-newer", ProblemKind.STORAGE, "a1");
		assertThrows(ProblemException.class, () -> vault().write(Samples.session("a1", "mine")));
		assertArrayEquals(newer, Files.readAllBytes(file("a1")));
	}

	@Test
	void aFileOfAnotherKeyIsNeitherDeletedNorOverwritten() throws Exception {
		vault().write(Samples.session("a1", "token"));
		byte[] before = Files.readAllBytes(file("a1"));
		TokenVault other = vault(DataKey.random(new SecureRandom()));
		ProblemException read = assertThrows(ProblemException.class, () -> other.read("a1"));
		assertEquals("auth.vault-key-missing", read.problem().id());
		assertEquals(ProblemKind.KEYRING, read.problem().kind());
		assertThrows(ProblemException.class, () -> other.write(Samples.session("a1", "mine")));
		assertArrayEquals(before, Files.readAllBytes(file("a1")));
	}

	@Test
	void aKeyThatWasUsedForbidsANewOneEvenWithoutSessions() throws Exception {
		vault().sessions();
		boolean[] allowed = { true };
		new EncryptedFileTokenVault(Samples.home(folder), mayCreate -> {
			allowed[0] = mayCreate.granted();
			return key;
		}, clock, new SecureRandom()).sessions();
		assertFalse(allowed[0]);
	}

	@Test
	void removingLeavesNothing() throws Exception {
		vault().write(Samples.session("a1", "token"));
		vault().remove("a1");
		vault().remove("a1");
		assertTrue(vault().read("a1").isEmpty());
		assertFalse(Files.exists(file("a1")));
	}

	@Test
	void anIdFromAnEditedFileIsNeverAPath() throws Exception {
		assertTrue(vault().read("../locks/vault").isEmpty());
		assertThrows(IllegalArgumentException.class, () -> vault().write(Samples.session("../x", "token")));
	}

	@Test
	void twoVaultsOnOneHomeSeeEachOther() throws Exception {
		TokenVault one = vault();
		TokenVault other = vault();
		one.write(Samples.session("a1", "first"));
		other.write(Samples.session("a1", "second"));
		assertNotEquals(Samples.session("a1", "first"), one.read("a1").orElseThrow());
	}

	private void assertProblem(String id, ProblemKind kind, String session) {
		ProblemException e = assertThrows(ProblemException.class, () -> vault().read(session));
		assertEquals(id, e.problem().id());
		assertEquals(kind, e.problem().kind());
	}

	private TokenVault vault() {
		return vault(key);
	}

	private TokenVault vault(DataKey dataKey) {
		return new EncryptedFileTokenVault(Samples.home(folder), mayCreate -> dataKey, clock, new SecureRandom());
	}

	private Path file(String id) {
		return folder.resolve("vault").resolve(id + ".vault");
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("vault"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}
}
