package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.Wait;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** What disks do. */
class StorageCaseTest extends CaseWithFakes {
	private static final String FULL = "No space left on device";
	private static final String ERROR = "Input/output error";

	/** Whatever step meets the full disk: the caller is told, nothing is left, and the same mail is accepted when there is space. */
	@ParameterizedTest
	@ValueSource(strings = { "create", "write", "force", "rename", "force-folder", "record-submitted" })
	void case19AcceptsNothingOnAFullDisk(String step) throws Exception {
		rig.outbox().entries();
		rig.restart();
		boolean[] full = { false };
		rig.files = new FaultyFiles(label -> fail(full[0] && label.equals(step), FULL));
		rig.crash = label -> fail(full[0] && label.equals(step), FULL);
		rig.outbox().entries();
		OutgoingMessage message = frozen();
		full[0] = true;
		ProblemException refused = assertThrows(ProblemException.class, () -> rig.outbox().submit(Rig.ANNA, message));
		full[0] = false;
		assertEquals(ProblemKind.STORAGE, refused.problem().kind());
		assertEquals(List.of(), rig.outbox().entries());
		assertEquals(List.of(), rig.spoolFiles());
		accepted(rig.outbox().submit(Rig.ANNA, message));
	}

	@Test
	void case20StopsAllSendingWhenAnAnswerCannotBeRecorded() throws Exception {
		OutboxId first = accepted(rig.submit());
		OutboxId second = accepted(rig.submit());
		boolean[] full = { true };
		rig.crash = label -> {
			if (full[0] && label.equals("record-accepted")) {
				throw new IOException("No space left on device");
			}
		};
		ProblemException stopped = assertThrows(ProblemException.class, rig::drain);
		assertEquals(ProblemKind.STORAGE, stopped.problem().kind());
		assertEquals(MailState.BOUNDARY, rig.state(first));
		assertEquals(MailState.QUEUED, rig.state(second));
		full[0] = false;
		rig.drain();
		assertEquals(MailState.FILED, rig.state(first));
		assertEquals(1, rig.deliveries(first));
		assertEquals(1, rig.deliveries(second));
	}

	@Test
	void case20IsInDoubtWhenTheProcessEndsBeforeTheAnswerIsRecorded() throws Exception {
		OutboxId id = accepted(rig.submit());
		boolean[] full = { true };
		rig.crash = label -> {
			if (full[0] && label.equals("record-accepted")) {
				throw new IOException("No space left on device");
			}
		};
		assertThrows(ProblemException.class, rig::drain);
		full[0] = false;
		rig.restart();
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	/** A real full disk of SQLite's own: no page may be added while the answer, a long one, is recorded. */
	@Test
	void case20StopsSendingAndNeverSendsAgainWhenSqliteIsFull() throws Exception {
		OutboxId first = accepted(rig.submit());
		OutboxId second = accepted(rig.submit());
		rig.sender.then((m, r, h) -> {
			h.boundary();
			rig.sender.deliver(m, r, m.size());
			rig.limitPages(true);
			return new SendOutcome.Accepted("250 " + "x".repeat(200_000), Map.of(r.iterator().next(), new RecipientResult.Accepted("250")));
		});
		ProblemException stopped = assertThrows(ProblemException.class, rig::drain);
		assertEquals("outbox.disk-full", stopped.problem().id());
		assertEquals(MailState.BOUNDARY, rig.state(first));
		assertEquals(MailState.QUEUED, rig.state(second));
		assertThrows(ProblemException.class, rig::drain);
		assertEquals(1, rig.sender.deliveries.size());
		rig.limitPages(false);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(first));
		assertEquals(MailState.FILED, rig.state(second));
	}

	/** Pages that could not be written may be gone from memory: forcing again would lie (Linux since 4.13 reports an error once). */
	@ParameterizedTest
	@ValueSource(strings = { "force", "force-folder" })
	void case21NeverForcesAgainAfterAnError(String step) throws Exception {
		rig.outbox().entries();
		rig.restart();
		boolean[] failing = { false };
		List<FileChannel> forced = new ArrayList<>();
		rig.files = new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				forced.add(channel);
				fail(failing[0] && step.equals("force"), ERROR);
				super.force(channel);
			}

			@Override
			public void forceFolder(Path folder) throws IOException {
				fail(failing[0] && step.equals("force-folder"), ERROR);
				super.forceFolder(folder);
			}
		};
		rig.outbox().entries();
		OutgoingMessage message = frozen();
		failing[0] = true;
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, () -> rig.outbox().submit(Rig.ANNA, message)).problem().kind());
		failing[0] = false;
		assertEquals(List.of(), rig.spoolFiles());
		accepted(rig.outbox().submit(Rig.ANNA, message));
		assertEquals(List.copyOf(new java.util.LinkedHashSet<>(forced)), forced, "a new file, not the old one");
	}

	/** The home lies on a stick or a network that goes away: no mail is to blame, and all go when it is back. */
	@Test
	void case22StandsStillWhileTheSpoolIsGone() throws Exception {
		OutboxId sent = accepted(rig.submit());
		rig.receiver.connectFailures.add(FakeMailSender.problem(ProblemKind.NETWORK));
		rig.drain();
		assertEquals(MailState.SENT, rig.state(sent));
		rig.clock.advance(Duration.ofMinutes(2));
		OutboxId id = accepted(rig.submit());
		Path spool = folder.resolve("outbox/spool");
		Files.move(spool, folder.resolve("away"));
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, rig::submit).problem().kind());
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, rig::drain).problem().kind());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(MailState.SENT, rig.state(sent));
		assertEquals(1, rig.sender.deliveries.size());
		Files.move(folder.resolve("away"), spool);
		rig.clock.advance(Duration.ofHours(1));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(MailState.FILED, rig.state(sent));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bit", "cut", "zeros", "longer", "empty" })
	void case23PutsADamagedFileAsideWithItsBytes(String damage) throws Exception {
		OutboxId damaged = accepted(rig.submit());
		OutboxId good = accepted(rig.submit());
		byte[] bytes = Files.readAllBytes(rig.spool(damaged));
		byte[] changed = switch (damage) {
		case "bit" -> {
			bytes[bytes.length - 3] ^= 4;
			yield bytes;
		}
		case "cut" -> Arrays.copyOf(bytes, bytes.length - 1);
		case "zeros" -> new byte[bytes.length];
		case "longer" -> Arrays.copyOf(bytes, bytes.length + 1);
		default -> new byte[0];
		};
		Files.write(rig.spool(damaged), changed);
		rig.drain();
		assertEquals(MailState.HELD, rig.state(damaged));
		assertEquals("outbox.damaged", rig.entry(damaged).problem().orElseThrow().id());
		assertArrayEquals(changed, Files.readAllBytes(folder.resolve("outbox/corrupt/" + damaged + ".eml")));
		assertEquals(MailState.FILED, rig.state(good));
	}

	@Test
	void case23HoldsAMailWhoseFileIsGone() throws Exception {
		OutboxId id = accepted(rig.submit());
		Files.delete(rig.spool(id));
		rig.drain();
		assertEquals("outbox.damaged", rig.entry(id).problem().orElseThrow().id());
		assertEquals(List.of(), rig.sender.deliveries);
	}

	/** A newer release was tried and taken back: meanwhile nothing was written. */
	@Test
	void case24GoesOnWhenTheNewerReleaseIsGone() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.restart();
		String version = rig.sql("PRAGMA user_version").get(0);
		rig.sql("PRAGMA user_version=99");
		assertEquals("outbox.newer", assertThrows(ProblemException.class, rig::submit).problem().id());
		assertEquals("outbox.newer", assertThrows(ProblemException.class, rig::drain).problem().id());
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.restart();
		rig.sql("PRAGMA user_version=" + version);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	/** Two products on one home, both willing to drain all the time. */
	@Test
	void case25SendsEachMailOnceWithTwoProductsOnOneHome() throws Exception {
		DurableOutbox other = rig.another();
		AtomicBoolean end = new AtomicBoolean();
		CompletableFuture<Integer> drains = CompletableFuture.supplyAsync(() -> drainUntil(other, end));
		for (int i = 0; i < 20; i++) {
			accepted(rig.submit());
			accepted(other.submit(Rig.ANNA, Rig.draft("from the other " + i, 1), null));
			drainUnlessBusy(rig.outbox());
		}
		Wait.until("all are sent", () -> rig.outbox().entries().stream().allMatch(entry -> entry.state() == MailState.FILED), Duration.ofSeconds(30));
		end.set(true);
		assertTrue(drains.get(30, TimeUnit.SECONDS) > 0);
		assertEquals(40, rig.sender.deliveries.size());
	}

	private static int drainUntil(DurableOutbox outbox, AtomicBoolean end) {
		int drains = 0;
		while (!end.get()) {
			drains += drainUnlessBusy(outbox);
		}
		return drains;
	}

	private static int drainUnlessBusy(DurableOutbox outbox) {
		try {
			outbox.drain(Optional.empty(), null);
			return 1;
		} catch (ProblemException e) {
			assertEquals("outbox.busy", e.problem().id());
			return 0;
		}
	}

	/** A virus scanner opens a new file and holds it for a moment; on Windows it cannot be renamed meanwhile. */
	@Test
	void case28WaitsForAFileThatSomebodyHolds() throws Exception {
		int[] held = { 3 };
		rig.files = new PrivateFiles() {
			@Override
			protected void renameAtOnce(Path from, Path to) throws IOException {
				if (held[0]-- > 0) {
					throw new AccessDeniedException(from.toString());
				}
				super.renameAtOnce(from, to);
			}
		};
		accepted(rig.submit());
		assertEquals(-1, held[0]);
	}

	@Test
	void case28GivesUpOnAFileThatIsHeldForEver() throws Exception {
		rig.files = new PrivateFiles() {
			@Override
			protected void renameAtOnce(Path from, Path to) throws IOException {
				throw new AccessDeniedException(from.toString());
			}
		};
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, rig::submit).problem().kind());
		assertEquals(List.of(), rig.spoolFiles());
		rig.files = new PrivateFiles();
		rig.restart();
	}

	@Test
	void case28WorksBelowALongPathInAnotherScript() throws Exception {
		Path home = folder.resolve("Ärger mit 日本語 'und' Leerzeichen").resolve("ß".repeat(60)).resolve("x".repeat(120));
		Files.createDirectories(home);
		try (Rig far = new Rig(home)) {
			OutboxId id = far.submit();
			far.drain();
			far.restart();
			assertEquals(MailState.FILED, far.state(id));
			assertTrue(far.spoolFiles().stream().allMatch(name -> name.matches("[0-9a-z-]+\\.eml")), far.spoolFiles().toString());
		}
	}

	private OutgoingMessage frozen() throws Exception {
		return Rig.composer(rig.clock).freeze(Rig.draft("frozen", 2), folder.resolve("frozen.eml"), null);
	}

	private static void fail(boolean now, String text) throws IOException {
		if (now) {
			throw new IOException(text);
		}
	}
}
