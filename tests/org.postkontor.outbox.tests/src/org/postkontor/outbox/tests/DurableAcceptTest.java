package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;

class DurableAcceptTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder.resolve("home"));
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void hasFileAndRowWhenItReturns() throws Exception {
		OutboxId id = rig.submit();
		assertTrue(Files.exists(rig.spool(id)));
		assertEquals(List.of("QUEUED"), rig.sql("SELECT state FROM mail WHERE id='" + id + "'"));
		OutboxEntry entry = rig.entry(id);
		assertEquals(List.of("r0@example.test"), entry.envelope().recipients());
		assertEquals(Files.size(rig.spool(id)), entry.size());
	}

	@Test
	void forcesBytesAndFolderBeforeTheRow() throws Exception {
		StringBuilder order = new StringBuilder();
		rig.files = new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				order.append("bytes ");
				super.force(channel);
			}

			@Override
			public void forceFolder(Path forced) throws IOException {
				order.append("folder ");
				super.forceFolder(forced);
			}
		};
		rig.crash = label -> order.append(label.equals("record-submitted") ? "row " : "");
		OutgoingMessage message = frozen();
		rig.outbox().submit(Rig.ANNA, message);
		assertEquals("bytes folder row ", order.toString());
	}

	@Test
	void keepsTheBytesAsFrozen() throws Exception {
		OutgoingMessage message = frozen();
		OutboxId id = rig.outbox().submit(Rig.ANNA, message);
		OutgoingMessage kept = rig.outbox().message(id);
		assertEquals(message.messageId(), kept.messageId());
		assertEquals(message.date(), kept.date());
		try (var in = message.content().open(); var again = kept.content().open()) {
			assertArrayEquals(in.readAllBytes(), again.readAllBytes());
		}
	}

	@Test
	void survivesARestart() throws Exception {
		OutboxId id = rig.submit();
		OutboxEntry before = rig.entry(id);
		rig.restart();
		assertEquals(before, rig.entry(id));
	}

	@Test
	void letsOnlyTheOwnerReadAnything() throws Exception {
		rig.submit();
		try (var files = Files.walk(folder.resolve("home/outbox"))) {
			for (Path file : files.toList()) {
				String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
				assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------", mode, file.toString());
			}
		}
	}

	@Test
	void refusesContentThatIsNotWhatWasAnnounced() throws Exception {
		OutgoingMessage message = frozen();
		OutgoingMessage other = new OutgoingMessage(message.messageId(), message.date(), "", message.envelope(), message.size(), message.sha256(),
				() -> new ByteArrayInputStream(new byte[(int) message.size()]));
		ProblemException refused = assertThrows(ProblemException.class, () -> rig.outbox().submit(Rig.ANNA, other));
		assertEquals("outbox.changed", refused.problem().id());
		assertEquals(List.of(), rig.spoolFiles());
	}

	@ParameterizedTest
	@ValueSource(strings = { "create", "force", "rename", "folder", "record-submitted" })
	void acceptsNothingWhenTheDiskFails(String step) throws Exception {
		rig.outbox().entries();
		rig.restart();
		boolean[] failing = new boolean[1];
		rig.files = new PrivateFiles() {
			private void at(String name) throws IOException {
				if (failing[0] && name.equals(step)) {
					throw new IOException("No space left on device");
				}
			}

			@Override
			public FileChannel create(Path file) throws IOException {
				at("create");
				return super.create(file);
			}

			@Override
			public void force(FileChannel channel) throws IOException {
				at("force");
				super.force(channel);
			}

			@Override
			public void rename(Path from, Path to) throws IOException {
				at("rename");
				super.rename(from, to);
			}

			@Override
			public void forceFolder(Path forced) throws IOException {
				at("folder");
				super.forceFolder(forced);
			}
		};
		rig.crash = label -> {
			if (failing[0] && label.equals(step)) {
				throw new IOException("No space left on device");
			}
		};
		OutgoingMessage message = frozen();
		rig.outbox().entries();
		failing[0] = true;
		ProblemException refused = assertThrows(ProblemException.class, () -> rig.outbox().submit(Rig.ANNA, message));
		failing[0] = false;
		assertEquals(ProblemKind.STORAGE, refused.problem().kind());
		assertEquals(List.of(), rig.outbox().entries());
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void refusesADraftThatCannotBeFrozenAndKeepsNothing() throws Exception {
		ProblemException refused = assertThrows(ProblemException.class, () -> rig.outbox().submit(Rig.ANNA, Rig.draft("a\r\nBcc: x@example.test", 1), null));
		assertEquals("message.header-injection", refused.problem().id());
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void sortsIdsByTimeOfAcceptance() throws Exception {
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		rig.clock.advance(java.time.Duration.ofMillis(1));
		OutboxId third = rig.submit();
		assertTrue(first.compareTo(second) < 0 && second.compareTo(third) < 0);
		assertEquals(List.of(first, second, third), rig.outbox().entries().stream().map(OutboxEntry::id).toList());
	}

	@Test
	void removesLeftoversOfDeadSubmittersOnly() throws Exception {
		OutboxId accepted = rig.submit();
		Path spool = folder.resolve("home/outbox/spool");
		Files.writeString(spool.resolve("0123456789ab-000000-deaddeaddeaddead.tmp"), "x");
		Files.writeString(spool.resolve("0123456789ac-000000-deaddeaddeaddead.eml"), "x");
		String alive = accepted.value().substring(accepted.value().lastIndexOf('-') + 1);
		Files.writeString(spool.resolve("0123456789ad-000000-" + alive + ".eml"), "being submitted");
		rig.another().drain(Optional.empty(), null);
		assertEquals(List.of("0123456789ad-000000-" + alive + ".eml", accepted + ".eml"), rig.spoolFiles());
	}

	@Test
	void findsTheAcceptedMailsAmongManyLeftovers() throws Exception {
		List<OutboxId> accepted = List.of(rig.submit(), rig.submit(), rig.submit());
		Path spool = folder.resolve("home/outbox/spool");
		for (int i = 0; i < 1100; i++) {
			Files.createFile(spool.resolve(String.format("0123456789ab-%06x-deaddeaddeaddead.eml", i)));
		}
		rig.another().drain(Optional.empty(), null);
		assertEquals(accepted.stream().map(id -> id + ".eml").toList(), rig.spoolFiles());
	}

	@Test
	void hidesARemovedMailAndNeverSendsIt() throws Exception {
		OutboxId id = rig.submit();
		assertTrue(rig.outbox().remove(id));
		assertEquals(List.of(), rig.outbox().entries());
		rig.drain();
		assertEquals(List.of(), rig.sender.deliveries);
		assertFalse(rig.outbox().remove(new OutboxId("unknown")));
	}

	@Test
	void keepsStateWhileTheMailIsHeld() throws Exception {
		OutboxId id = rig.submit();
		assertTrue(rig.outbox().hold(id));
		rig.drain();
		assertEquals(MailState.HELD, rig.state(id));
		assertEquals("outbox.held", rig.entry(id).problem().orElseThrow().id());
		assertTrue(rig.outbox().release(id));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	private OutgoingMessage frozen() throws Exception {
		return Rig.composer(rig.clock).freeze(Rig.draft("frozen", 2), folder.resolve("frozen.eml"), null);
	}
}
