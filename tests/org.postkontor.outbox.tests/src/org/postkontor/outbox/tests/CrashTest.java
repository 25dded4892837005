package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.Wait;

/** A VM ends without warning; the next one finds every accepted mail, and the server got none twice. */
class CrashTest {
	private static final Set<String> MAY_LEAVE_DOUBT = Set.of("after-boundary", "after-answer", "record-accepted");

	@TempDir
	Path folder;
	private ForkedHome home;

	@BeforeEach
	void open() {
		home = new ForkedHome(folder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "before-spool", "after-spool", "record-submitted", "after-row", "record-attempt", "after-attempt", "record-boundary",
			"after-boundary", "after-answer", "record-accepted", "after-sent", "after-append", "record-filed" })
	void losesAndDoublesNothingWhenAMailCrashesAt(String label) throws Exception {
		// Later attempts begin in the transaction that records the mail before.
		home.crash("three", label, label.equals("record-attempt") ? 1 : 2);
		List<OutboxEntry> entries = home.recover();
		long doubtful = entries.stream().filter(e -> e.state() == MailState.IN_DOUBT).count();
		assertEquals(MAY_LEAVE_DOUBT.contains(label) ? 1 : 0, doubtful, label);
		assertTrue(entries.stream().allMatch(e -> e.state() == MailState.FILED || e.state() == MailState.IN_DOUBT), entries.toString());
		assertEquals(home.lines("sent").size(), Set.copyOf(home.lines("sent")).size());
	}

	/** Killed while sent mails leave the list, or while their bytes go: nothing is lost that is listed, and nothing stays behind. */
	@ParameterizedTest
	@ValueSource(strings = { "record-tidied", "record-given-up", "after-given-up" })
	void tidiesAgainAfterACrashAt(String label) throws Exception {
		home.crash("tidying", label, 1);
		try (Rig rig = CrashChild.rig(folder, 0)) {
			FakeClock clock = new FakeClock(Instant.now().plus(Duration.ofDays(8)).plus(Duration.ofMinutes(30)));
			rig.time = clock;
			assertEquals(label.equals("record-tidied") ? 3 : 0, rig.outbox().entries().size());
			assertEquals(3, rig.spoolFiles().size());
			rig.drain();
			clock.advance(Duration.ofMinutes(11));
			rig.drain();
			assertEquals(List.of(), rig.outbox().entries());
			assertEquals(List.of("3"), rig.sql("SELECT count(*) FROM mail"));
		}
		assertEquals(List.of(), home.spoolFiles());
		assertEquals(3, home.lines("deliveries").size());
	}

	@Test
	void case25And26AnotherProcessIsBusyUntilItDies() throws Exception {
		Process process = home.start("endless");
		try (Rig rig = CrashChild.rig(folder, 0)) {
			Wait.until(() -> home.lines("accepted").size() > 2, Duration.ofSeconds(60));
			Wait.until("busy", () -> isBusy(rig), Duration.ofSeconds(30));
			OutboxId own = rig.submit();
			process.destroyForcibly();
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
			rig.drain();
			assertEquals(MailState.FILED, rig.state(own));
		} finally {
			process.destroyForcibly();
		}
		home.recover();
	}

	@Test
	void leavesTheFilesOfALivingSubmitterAlone() throws Exception {
		Process process = home.start("endless");
		Path spool = folder.resolve("home/outbox/spool");
		Path unfinished;
		try (Rig rig = CrashChild.rig(folder, 0)) {
			Wait.until(() -> home.lines("accepted").size() > 2, Duration.ofSeconds(60));
			String id = home.lines("accepted").get(0);
			unfinished = Files.writeString(spool.resolve("000000000000-000000" + id.substring(id.lastIndexOf('-')) + ".tmp"), "being written");
			Wait.until("a drain of ours", () -> !isBusy(rig), Duration.ofSeconds(30));
			assertTrue(Files.exists(unfinished));
		} finally {
			process.destroyForcibly();
		}
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		home.recover();
		assertTrue(Files.notExists(unfinished));
	}

	private static boolean isBusy(Rig rig) {
		try {
			rig.drain();
			return false;
		} catch (ProblemException e) {
			assertEquals("outbox.busy", e.problem().id());
			return true;
		}
	}

	@Test
	void case27SendsAHundredMegabytesInASmallHeap() throws Exception {
		Process process = home.start("large", "-Xmx64m");
		String output = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue(), output);
		String last = output.strip().substring(output.strip().lastIndexOf('\n') + 1);
		assertTrue(last.matches("FILED 136[0-9]{6}"), output);
	}

	@Test
	void case27KeepsAHundredThousandMailsInASmallHeap() throws Exception {
		Process process = home.start("many", "-Xmx256m");
		String output = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue(), output);
		assertEquals("FILED 100001", output.strip().substring(output.strip().lastIndexOf('\n') + 1));
	}
}
