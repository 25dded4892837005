package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.ExclusiveUse;
import org.postkontor.store.LockFile;
import org.postkontor.store.PrivateFiles;
import org.postkontor.store.StorageProblems;

class LockFileTest {
	private final PrivateFiles files = new PrivateFiles();

	@TempDir
	Path folder;

	@Test
	void isHeldOnceAtATime() throws Exception {
		try (LockFile lock = new LockFile(folder.resolve("a.lock"), files)) {
			LockFile.Held held = lock.tryAcquire().orElseThrow();
			assertTrue(lock.tryAcquire().isEmpty());
			held.close();
			assertTrue(lock.tryAcquire().isPresent());
		}
	}

	@Test
	void isHeldAgainstAnotherObjectOfThisProcess() throws Exception {
		try (LockFile one = new LockFile(folder.resolve("a.lock"), files); LockFile other = new LockFile(folder.resolve("a.lock"), files)) {
			LockFile.Held held = one.tryAcquire().orElseThrow();
			assertTrue(other.tryAcquire().isEmpty());
			held.close();
			assertTrue(other.tryAcquire().isPresent());
		}
	}

	@Test
	void isFreeWhenItIsClosedEvenIfItIsStillHeld() throws Exception {
		LockFile one = new LockFile(folder.resolve("a.lock"), files);
		LockFile.Held held = one.tryAcquire().orElseThrow();
		one.close();
		held.close();
		try (LockFile other = new LockFile(folder.resolve("a.lock"), files)) {
			assertTrue(other.tryAcquire().isPresent());
		}
	}

	@Test
	void saysBusyInTheNameOfItsTopic() throws Exception {
		try (ExclusiveUse use = use(folder.resolve("a.lock"))) {
			try (ExclusiveUse.Held held = use.acquire()) {
				Problem busy = assertThrows(ProblemException.class, use::acquire).problem();
				assertEquals("letters.busy", busy.id());
				assertEquals(ProblemKind.BUSY, busy.kind());
			}
			use.acquire().close();
		}
	}

	@Test
	void saysWhichLockFileCannotBeUsed() throws Exception {
		Path file = folder.resolve("missing/a.lock");
		try (ExclusiveUse use = use(file)) {
			Problem problem = assertThrows(ProblemException.class, use::acquire).problem();
			assertEquals("letters.storage", problem.id());
			assertEquals(file.toString(), problem.values().get("file"));
		}
		assertFalse(Files.exists(file));
	}

	private ExclusiveUse use(Path file) {
		return new ExclusiveUse(file, files, new StorageProblems("letters"));
	}
}
