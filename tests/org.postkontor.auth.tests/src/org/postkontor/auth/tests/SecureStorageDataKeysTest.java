package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.security.storage.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.SecureStorageDataKeys;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class SecureStorageDataKeysTest {
	@TempDir
	Path folder;
	FakePreferences storage;

	@BeforeEach
	void otherProgramsHaveSecretsThere() throws IOException {
		Files.writeString(folder.resolve("secure_storage"), "/other/entry=theirs\n");
		storage = new FakePreferences(folder.resolve("secure_storage"));
	}

	@Test
	void makesOneKeyAndFindsItAgain() throws ProblemException {
		String made = keys().obtain(() -> true).id();
		assertEquals(made, keys().obtain(() -> false).id());
	}

	@Test
	void writesExactlyOneEntryAndKeepsTheOthers() throws Exception {
		keys().obtain(() -> true);
		String text = Files.readString(folder.resolve("secure_storage"));
		assertEquals(2, text.lines().filter(line -> line.startsWith("/")).count());
		assertTrue(text.contains("/other/entry=theirs"));
	}

	@Test
	void copiesTheStorageBeforeItsOneWrite() throws Exception {
		keys().obtain(() -> true);
		assertEquals("/other/entry=theirs\n", Files.readString(folder.resolve("secure_storage.postkontor-backup")));
	}

	@Test
	void putsTheCopyBackWhenTheDiskIsFull() throws Exception {
		storage.cutsOff = true;
		assertThrows(ProblemException.class, () -> keys().obtain(() -> true));
		assertEquals("/other/entry=theirs\n", Files.readString(folder.resolve("secure_storage")));
	}

	@Test
	void neverMakesAKeyWhileVaultFilesExist() {
		assertProblem("auth.vault-key-missing", () -> keys().obtain(() -> false));
	}

	@Test
	void clearTextIsTreatedAsNoKeyringAndRemoved() throws Exception {
		storage.encrypts = false;
		assertProblem("auth.keyring-missing", () -> keys().obtain(() -> true));
		assertFalse(Files.readString(folder.resolve("secure_storage")).contains(SecureStorageDataKeys.ENTRY));
	}

	@Test
	void noStorageIsNoKeyring() {
		storage.present = false;
		assertProblem("auth.keyring-missing", () -> keys().obtain(() -> true));
	}

	@Test
	void aMissingNativeLibraryIsNoKeyring() {
		storage.failure = new UnsatisfiedLinkError("secret-1");
		assertProblem("auth.keyring-missing", () -> keys().obtain(() -> true));
	}

	@Test
	void noModuleIsNoKeyring() {
		storage.failure = new StorageException(StorageException.NO_SECURE_MODULE, "none");
		assertProblem("auth.keyring-missing", () -> keys().obtain(() -> true));
	}

	@Test
	void aRefusedPasswordIsNoMissingKeyring() {
		storage.failure = new StorageException(StorageException.NO_PASSWORD, "none");
		assertProblem("auth.keyring-refused", () -> keys().obtain(() -> true));
	}

	@Test
	void racesInsideTheStorageAreProblemsNotCrashes() {
		storage.failure = new ConcurrentModificationException();
		assertProblem("auth.keyring-refused", () -> keys().obtain(() -> true));
		storage.failure = new IllegalStateException("removed node");
		assertProblem("auth.keyring-refused", () -> keys().obtain(() -> true));
	}

	@Test
	void aLockedKeyringIsGivenUpInTimeAndWorksLater() throws ProblemException {
		storage.locked = new CountDownLatch(1);
		SecureStorageDataKeys keys = keys(Duration.ofMillis(50));
		assertProblem("auth.keyring-locked", () -> keys.obtain(() -> true));
		assertProblem("auth.keyring-locked", () -> keys.obtain(() -> true));
		assertEquals(1, storage.opened, "who waits again must not queue up behind the first");
		storage.locked.countDown();
		org.postkontor.testkit.Wait.until(() -> {
			try {
				return keys.obtain(() -> true) != null;
			} catch (ProblemException e) {
				return false;
			}
		}, Duration.ofSeconds(10));
	}

	@Test
	void twoProcessesThatStartAtOnceMakeOneKey() throws Exception {
		FakePreferences otherView = new FakePreferences(folder.resolve("secure_storage"));
		SecureStorageDataKeys other = new SecureStorageDataKeys(otherView, folder.resolve("locks").resolve("key.lock"), new SecureRandom(), Duration.ofSeconds(10));
		CountDownLatch start = new CountDownLatch(1);
		storage.locked = start;
		FutureTask<String> first = new FutureTask<>(() -> keys().obtain(() -> true).id());
		Thread.ofVirtual().start(first);
		org.postkontor.testkit.Wait.until(() -> storage.opened == 1, Duration.ofSeconds(10));
		FutureTask<String> second = new FutureTask<>(() -> other.obtain(() -> true).id());
		Thread.ofVirtual().start(second);
		start.countDown();
		assertEquals(first.get(10, TimeUnit.SECONDS), second.get(10, TimeUnit.SECONDS));
	}

	@Test
	void clearTextLeftByACrashIsNotUsed() throws Exception {
		String left = keys().obtain(() -> true).id();
		storage.encrypts = false;
		assertProblem("auth.vault-key-missing", () -> keys().obtain(() -> false));
		assertEquals(16, left.length());
	}

	@Test
	void aDamagedKeyIsNoKey() {
		DataKey key = DataKey.random(new SecureRandom());
		String damaged = key.encoded().substring(0, 25) + (key.encoded().charAt(25) == 'A' ? 'B' : 'A') + key.encoded().substring(26);
		assertTrue(DataKey.parse(damaged).isEmpty());
		assertEquals(key.id(), DataKey.parse(key.encoded()).orElseThrow().id());
	}

	private SecureStorageDataKeys keys() {
		return keys(Duration.ofSeconds(10));
	}

	private SecureStorageDataKeys keys(Duration limit) {
		return new SecureStorageDataKeys(storage, folder.resolve("locks").resolve("key.lock"), new SecureRandom(), limit);
	}

	private static void assertProblem(String id, org.junit.jupiter.api.function.Executable call) {
		ProblemException e = assertThrows(ProblemException.class, call);
		assertEquals(id, e.problem().id());
		assertEquals(ProblemKind.KEYRING, e.problem().kind());
	}
}
