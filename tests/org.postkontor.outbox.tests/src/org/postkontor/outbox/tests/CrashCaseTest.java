package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.testkit.Wait;

/** A VM of three mails ends at a labelled point of the second one; the invariants are checked by {@link ForkedHome#recover()}. */
class CrashCaseTest {
	@TempDir
	Path folder;

	private ForkedHome home;

	@BeforeEach
	void open() {
		home = new ForkedHome(folder);
	}

	@Test
	void case1LeavesNothingOfAMailWhoseBytesWereBeingWritten() throws Exception {
		home.crash("frozen", "write", 2);
		assertTrue(home.spoolFiles().stream().anyMatch(name -> name.endsWith(".tmp")));
		assertOnlyAcceptedAreThere();
	}

	@Test
	void case2LeavesNothingOfAMailThatWasNotForced() throws Exception {
		home.crash("frozen", "force", 2);
		assertOnlyAcceptedAreThere();
	}

	@Test
	void case3LeavesNothingOfAMailWhoseNameWasNotForced() throws Exception {
		home.crash("frozen", "force-folder", 2);
		assertEquals(2, home.spoolFiles().size());
		assertOnlyAcceptedAreThere();
	}

	@Test
	void case3LeavesNothingOfAMailWithoutARow() throws Exception {
		home.crash("three", "after-spool", 2);
		assertOnlyAcceptedAreThere();
	}

	/** It was not shown as queued, so it must be gone, bytes and all; the others are sent. */
	private void assertOnlyAcceptedAreThere() throws Exception {
		List<String> accepted = home.lines("accepted");
		assertEquals(1, accepted.size());
		assertEquals(accepted, home.recover().stream().map(entry -> entry.id().value()).toList());
		assertEquals(2, home.spoolFiles().size(), "the accepted one and the one after the crash");
	}

	@Test
	void case4SendsAnAcceptedMailOnceAfterTheRestart() throws Exception {
		home.crash("three", "after-row", 2);
		assertStates(MailState.FILED, MailState.FILED);
	}

	@Test
	void case5SendsAMailWhoseAttemptHadBegun() throws Exception {
		home.crash("three", "after-attempt", 2);
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@Test
	void case6SendsAMailWhoseConnectionWasBeingOpened() throws Exception {
		home.crash("three", "connecting", 1);
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@Test
	void case7SendsAMailWhoseEnvelopeWasBeingSent() throws Exception {
		home.crash("three", "envelope", 2);
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@Test
	void case8SendsAMailWhoseBodyWasBeingSent() throws Exception {
		home.crash("three", "mid-body", 2);
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@Test
	void case9IsInDoubtBeforeTheFinalDot() throws Exception {
		home.crash("three", "after-boundary", 2);
		List<OutboxEntry> entries = assertStates(MailState.FILED, MailState.IN_DOUBT, MailState.FILED);
		assertEquals(0, home.lines("deliveries").stream().filter(entries.get(1).messageId()::equals).count());
	}

	@Test
	void case10IsInDoubtAfterTheFinalDot() throws Exception {
		home.crash("three", "dot-on-wire", 2);
		List<OutboxEntry> entries = assertStates(MailState.FILED, MailState.IN_DOUBT, MailState.FILED);
		assertEquals(1, home.lines("deliveries").stream().filter(entries.get(1).messageId()::equals).count());
	}

	@Test
	void case10IsSentWhenTheServerHadPutItIntoSent() throws Exception {
		home.crash("three", "dot-on-wire", 2);
		FileMailSender.append(folder.resolve("sent"), home.lines("deliveries").get(1));
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "after-answer", "record-accepted" })
	void case11IsInDoubtWhenTheAnswerWasNotRecorded(String label) throws Exception {
		home.crash("three", label, 2);
		assertStates(MailState.FILED, MailState.IN_DOUBT, MailState.FILED);
	}

	@Test
	void case12OnlyFilesTheCopyOfASentMail() throws Exception {
		home.crash("three", "after-sent", 2);
		assertEquals(List.of(), home.lines("sent"));
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@Test
	void case13FilesNoSecondCopy() throws Exception {
		home.crash("three", "after-append", 2);
		assertEquals(2, home.lines("sent").size());
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	@Test
	void case14KeepsAllMailsWhenKilledWhileTheLogIsFolded() throws Exception {
		Random random = new Random(20261114);
		for (int round = 0; round < 4; round++) {
			int before = home.lines("accepted").size();
			Process process = home.start("folding");
			try {
				Wait.until(() -> home.lines("accepted").size() > before + 3, Duration.ofSeconds(60));
				long moment = System.nanoTime() + random.nextInt(60_000_000);
				Wait.until(() -> System.nanoTime() > moment, Duration.ofSeconds(5));
			} finally {
				process.destroyForcibly();
			}
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		}
		assertTrue(home.recover().size() >= home.lines("accepted").size());
	}

	/** A kill in the middle of folding has copied any of the pages, and torn one of them; the log is still whole. */
	@Test
	void case14HasTheSameMailsWhateverPartOfTheLogWasFolded() throws Exception {
		try (Rig rig = CrashChild.rig(folder, 0)) {
			for (int i = 0; i < 3; i++) {
				FileMailSender.append(folder.resolve("accepted"), rig.submit().value());
			}
			FoldedLog log = FoldedLog.of(folder.resolve("home/outbox/outbox.db"));
			List<String> states = rig.sql("SELECT id || state FROM mail ORDER BY seq");
			for (int seed : IntStream.range(0, 20).toArray()) {
				Path torn = log.torn(folder.resolve("torn" + seed), new Random(seed));
				assertEquals(states, FoldedLog.column(torn, "SELECT id || state FROM mail ORDER BY seq"), "seed " + seed);
				assertEquals(List.of("ok"), FoldedLog.column(torn, "PRAGMA integrity_check"), "seed " + seed);
			}
		}
		assertStates(MailState.FILED, MailState.FILED, MailState.FILED);
	}

	private List<OutboxEntry> assertStates(MailState... states) throws Exception {
		List<OutboxEntry> entries = home.recover();
		assertEquals(List.of(states), entries.stream().map(OutboxEntry::state).toList());
		return entries;
	}
}
