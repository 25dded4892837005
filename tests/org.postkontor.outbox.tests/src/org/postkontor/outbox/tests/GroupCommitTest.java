package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.PrivateFiles;

/** Many mails at a time. */
class GroupCommitTest {
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

	private List<OutgoingMessage> frozen(int count) throws ProblemException {
		List<OutgoingMessage> messages = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			messages.add(Rig.composer(rig.clock).freeze(Rig.draft("mail " + i, 1), folder.resolve(i + ".eml"), null));
		}
		return messages;
	}

	@Test
	void acceptsAllInOrder() throws Exception {
		List<OutboxId> ids = rig.outbox().submitAll(Rig.ANNA, frozen(20), SendOptions.NOW);
		assertEquals(ids, rig.outbox().entries().stream().map(OutboxEntry::id).toList());
		assertEquals(20, rig.drain().sent());
	}

	@Test
	void forcesTheNamesOfAllOnce() throws Exception {
		AtomicInteger folders = new AtomicInteger();
		AtomicInteger contents = new AtomicInteger();
		rig.files = new PrivateFiles() {
			@Override
			public void forceFolder(Path forced) throws IOException {
				folders.incrementAndGet();
				super.forceFolder(forced);
			}

			@Override
			public void force(java.nio.channels.FileChannel channel) throws IOException {
				contents.incrementAndGet();
				super.force(channel);
			}
		};
		List<OutgoingMessage> messages = frozen(20);
		rig.outbox().entries();
		folders.set(0);
		contents.set(0);
		rig.outbox().submitAll(Rig.ANNA, messages, SendOptions.NOW);
		assertEquals(1, folders.get());
		assertEquals(20, contents.get());
	}

	@Test
	void recordsInOneTransactionThatNothingIsLeftToDoForMailsWithoutASentFolder() throws Exception {
		AtomicInteger filed = new AtomicInteger();
		rig.crash = label -> filed.addAndGet(label.equals("record-filed") ? 1 : 0);
		List<OutboxId> ids = rig.outbox().submitAll(Rig.ANNA, frozen(20), SendOptions.NOW);
		rig.drain();
		assertEquals(1, filed.get());
		for (OutboxId id : ids) {
			assertEquals(MailState.FILED, rig.state(id));
		}
	}

	@Test
	void waitsForTheDiskTwiceForEachMailThatFollowsAnother() throws Exception {
		List<String> transactions = java.util.Collections.synchronizedList(new ArrayList<>());
		rig.outbox().submitAll(Rig.ANNA, frozen(5), SendOptions.NOW);
		rig.crash = label -> {
			// What the clock says is written down once an hour.
			if (label.startsWith("record-") && !label.equals("record-clock")) {
				transactions.add(label);
			}
		};
		rig.drain();
		assertEquals(1 + 5 * 2 + 1, transactions.size(), transactions.toString());
		assertEquals(List.of("record-attempt", "record-boundary", "record-accepted", "record-boundary", "record-accepted"), transactions.subList(0, 5));
	}

	@Test
	void acceptsNoneWhenOneCannotBeAccepted() throws Exception {
		List<OutgoingMessage> messages = frozen(3);
		OutgoingMessage last = messages.get(2);
		messages.set(2, new OutgoingMessage(last.messageId(), last.date(), last.subject(), last.envelope(), last.size(), last.sha256(),
				() -> new ByteArrayInputStream(new byte[3])));
		assertEquals("outbox.changed",
				assertThrows(ProblemException.class, () -> rig.outbox().submitAll(Rig.ANNA, messages, SendOptions.NOW)).problem().id());
		assertEquals(List.of(), rig.outbox().entries());
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void acceptsDraftsTogetherInTheirOrder() throws Exception {
		List<OutboxId> ids = rig.outbox().submitDrafts(Rig.ANNA, List.of(Rig.draft("part 1", 1), Rig.draft("part 2", 1)), SendOptions.NOW, null);
		assertEquals(ids, rig.outbox().entries().stream().map(OutboxEntry::id).toList());
		assertEquals(List.of("part 1", "part 2"), rig.outbox().entries().stream().map(OutboxEntry::subject).toList());
	}

	@Test
	void acceptsNoDraftWhenALaterOneCannotBeFrozen() throws Exception {
		Draft broken = new Draft("anna@example.test", List.of("r0@example.test"), List.of(), List.of(), "part 2", "text", List.of(folder.resolve("none.pdf")));
		assertEquals("message.attachment", assertThrows(ProblemException.class,
				() -> rig.outbox().submitDrafts(Rig.ANNA, List.of(Rig.draft("part 1", 1), broken), SendOptions.NOW, null)).problem().id());
		assertEquals(List.of(), rig.outbox().entries());
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void acceptsNothingWithoutComplaint() throws Exception {
		assertEquals(List.of(), rig.outbox().submitAll(Rig.ANNA, List.of(), SendOptions.NOW));
		assertEquals(false, Files.exists(rig.spool(new OutboxId("none"))));
	}
}
