package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.auth.internal.AwaitedLock;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class AwaitedLockTest {
	@TempDir
	Path folder;

	private Problem refused(Duration limit, NullProgressMonitor monitor) {
		return assertThrows(ProblemException.class, () -> AwaitedLock.acquire(folder.resolve("session-a.lock"), limit, monitor)).problem();
	}

	@Test
	void isWaitedForNoLongerThanItsLimit() throws Exception {
		try (AwaitedLock held = AwaitedLock.acquire(folder.resolve("session-a.lock"), Duration.ofSeconds(1), null)) {
			Problem problem = refused(Duration.ofMillis(30), new NullProgressMonitor());
			assertEquals("auth.session-busy", problem.id());
			assertEquals(ProblemKind.BUSY, problem.kind());
			assertEquals(Fixer.TIME, problem.fixer());
			assertEquals("session-a.lock", problem.details().get("lock"));
		}
	}

	@Test
	void isNotWaitedForByWhoeverGaveUp() throws Exception {
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		try (AwaitedLock held = AwaitedLock.acquire(folder.resolve("session-a.lock"), Duration.ofSeconds(1), null)) {
			assertEquals(ProblemKind.CANCELLED, refused(Duration.ofDays(1), cancelled).kind());
		}
	}

	@Test
	void isFreeAgainWhenClosed() throws Exception {
		for (int i = 0; i < 2; i++) {
			AwaitedLock.acquire(folder.resolve("session-a.lock"), Duration.ZERO, null).close();
		}
	}
}
