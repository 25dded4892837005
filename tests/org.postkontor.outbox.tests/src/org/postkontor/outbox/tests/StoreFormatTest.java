package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.internal.ProblemJson;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.Peer;

class StoreFormatTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void case24OnlyReadsANewerFormat() throws Exception {
		OutboxId id = rig.submit();
		rig.restart();
		rig.sql("PRAGMA user_version=99");
		byte[] before = Files.readAllBytes(folder.resolve("outbox/outbox.db"));
		assertEquals(id, rig.outbox().entries().get(0).id());
		for (org.junit.jupiter.api.function.Executable write : List.<org.junit.jupiter.api.function.Executable>of(rig::submit, () -> rig.outbox().hold(id),
				rig::drain)) {
			ProblemException refused = assertThrows(ProblemException.class, write);
			assertEquals("outbox.newer", refused.problem().id());
			assertEquals(ProblemKind.STORAGE, refused.problem().kind());
		}
		rig.restart();
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("outbox/outbox.db")));
		assertEquals(List.of(id + ".eml"), rig.spoolFiles());
		assertEquals(0, rig.sender.deliveries.size());
	}

	@Test
	void explainsANewerFormatThatCannotBeReadAtAll() throws Exception {
		rig.submit();
		rig.restart();
		rig.sql("ALTER TABLE mail RENAME TO letters");
		rig.sql("PRAGMA user_version=99");
		assertEquals("outbox.newer", assertThrows(ProblemException.class, () -> rig.outbox().entries()).problem().id());
	}

	/** Files as an older format had them. */
	private void write(String format) throws Exception {
		Files.createDirectories(folder.resolve("outbox/spool"));
		Files.writeString(folder.resolve("outbox/spool/a1.eml"), "X: y\r\n");
		try (var in = StoreFormatTest.class.getResourceAsStream(format)) {
			for (String statement : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split(";")) {
				if (!statement.isBlank()) {
					rig.sql(statement);
				}
			}
		}
	}

	@Test
	void migratesTheFirstFormatWithABackup() throws Exception {
		write("outbox-v1.sql");
		assertEquals(List.of(MailState.QUEUED, MailState.HELD, MailState.BOUNDARY),
				rig.outbox().entries().stream().map(OutboxEntry::state).toList());
		assertEquals(SendOptions.NOW, rig.entry(new OutboxId("a1")).options());
		assertEquals(List.of("3"), rig.sql("PRAGMA user_version"));
		assertTrue(Files.size(folder.resolve("outbox/outbox.db.v1.backup")) > 0);
	}

	@Test
	void sendsWhatTheFirstFormatHadQueuedAndDoublesNothing() throws Exception {
		write("outbox-v1.sql");
		rig.drain();
		assertEquals(List.of("<a1@example.test>"), rig.sender.deliveries.stream().map(FakeMailSender.Delivery::messageId).toList());
		assertEquals(MailState.IN_DOUBT, rig.state(new OutboxId("a3")));
		assertFalse(rig.outbox().restore(new OutboxId("a4")), "its bytes were deleted by the old release");
	}

	@Test
	void migratesTheSecondFormatWithABackupAndReadsItsLog() throws Exception {
		write("outbox-v2.sql");
		OutboxEntry waiting = rig.entry(new OutboxId("a1"));
		assertEquals(Priority.HIGH, waiting.options().priority());
		assertEquals(Instant.ofEpochMilli(4_102_444_800_000L), waiting.options().notAfter().orElseThrow());
		Transmission sent = rig.outbox().transmission(new OutboxId("a2")).orElseThrow();
		assertEquals(List.of(Attempt.Outcome.NOT_SENT, Attempt.Outcome.ACCEPTED), sent.attempts().stream().map(Attempt::outcome).toList());
		assertEquals("4ABC", sent.attempts().get(1).reply().queueId());
		assertEquals(new Peer("mail.example.test", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "", ""), sent.attempts().get(1).peer().orElseThrow());
		assertEquals(List.of("3"), rig.sql("PRAGMA user_version"));
		assertTrue(Files.size(folder.resolve("outbox/outbox.db.v2.backup")) > 0);
		rig.drain();
		assertEquals(List.of("<a1@example.test>"), rig.sender.deliveries.stream().map(FakeMailSender.Delivery::messageId).toList());
	}

	@Test
	void usesAWriteAheadLogThatIsForced() throws Exception {
		rig.submit();
		assertEquals(List.of("wal"), rig.sql("PRAGMA journal_mode"));
		assertTrue(Files.exists(folder.resolve("outbox/outbox.db-wal")));
	}

	@Test
	void keepsMailsThatAreDoneOutOfTheIndexes() throws Exception {
		OutboxId waiting = rig.submit();
		assertEquals(List.of(waiting.value()), rig.sql("SELECT id FROM mail INDEXED BY mail_queued WHERE state='QUEUED'"));
		rig.drain();
		assertEquals(List.of(), rig.sql("SELECT id FROM mail INDEXED BY mail_queued WHERE state='QUEUED'"));
		assertEquals(List.of("0"), rig.sql("SELECT count(*) FROM mail INDEXED BY mail_unsettled WHERE (state='SENDING' OR state='BOUNDARY' OR state='SENT'"
				+ " OR state='IN_DOUBT' OR state='DELAYED' OR state='SCHEDULED' OR state='HELD' OR state='REJECTED')"));
	}

	@Test
	void leavesAFileAloneThatIsNoDatabase() throws Exception {
		Files.createDirectories(folder.resolve("outbox"));
		Files.writeString(folder.resolve("outbox/outbox.db"), "this is not a database, but somebody's text ".repeat(100));
		byte[] before = Files.readAllBytes(folder.resolve("outbox/outbox.db"));
		assertEquals("outbox.database", assertThrows(ProblemException.class, rig::submit).problem().id());
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("outbox/outbox.db")));
	}

	@Test
	void storesProblemsCompletely() {
		Problem problem = Problem.of("x.y", ProblemKind.QUOTA, Fixer.PROVIDER, Remedy.RETRY).with("a", "ä \" \n").detail("b", "c").detail("a", "z");
		assertEquals(problem, ProblemJson.read(ProblemJson.write(problem)).orElseThrow());
	}

	@Test
	void readsAProblemOfANewerRelease() {
		String json = ProblemJson.write(Problem.of("x.y", ProblemKind.QUOTA, Fixer.PROVIDER, Remedy.RETRY)).replace("QUOTA", "UNHEARD_OF");
		assertEquals(ProblemKind.INTERNAL, ProblemJson.read(json).orElseThrow().kind());
	}
}
