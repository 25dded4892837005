package org.postkontor.inbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.inbox.tests.Maildrop.ANNA;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.internal.SqliteInbox;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.Cut;
import org.postkontor.testkit.peer.Reaction;

/** When a POP3 account deletes mails on its server, and that none is lost or doubled by it, whatever fails. */
class ServerDeletionTest {
	@TempDir
	Path folder;
	private Maildrop drop;
	private SqliteInbox inbox;

	@BeforeEach
	void start() throws IOException {
		drop = new Maildrop();
		drop.account(LeaveOnServer.UNTIL_STORED);
		drop.deliver("a", "b");
		inbox = drop.inbox(folder);
	}

	@AfterEach
	void stop() throws IOException {
		drop.close();
	}

	private Problem failing() {
		return assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null)).problem();
	}

	private List<String> here() throws ProblemException {
		return inbox.entries(Optional.empty()).stream().map(InboxEntry::subject).sorted().toList();
	}

	private void restart() {
		inbox.close();
		inbox = drop.inbox(folder);
	}

	@Test
	void aMailIsDeletedThereOnceItsBytesAreHere() throws Exception {
		assertEquals(2, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b"), here());
		for (InboxEntry entry : inbox.entries(Optional.empty())) {
			try (var in = inbox.content(entry.id()).open()) {
				assertArrayEquals(Maildrop.mail(entry.subject()), in.readAllBytes());
			}
		}
	}

	@Test
	void bytesAndRowAreDurableBeforeTheServerIsTold() throws Exception {
		List<String> forced = new ArrayList<>();
		inbox = drop.inbox(folder, new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				super.force(channel);
				forced.add("bytes");
			}

			@Override
			public void forceFolder(Path of) throws IOException {
				super.forceFolder(of);
				forced.add(folder.relativize(of).toString());
			}
		});
		drop.peer.faults().on("DELE", 1, conversation -> {
			forced.add("DELE after " + rows());
			return false;
		});
		inbox.sync(ANNA, null);
		assertEquals(List.of("bytes", "bytes", "inbox/mail/anna", "inbox/mail/anna", "inbox/mail", "inbox", "", "DELE after 2 rows"), forced);
	}

	private String rows() {
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("inbox/inbox.db"));
				var result = connection.createStatement().executeQuery("SELECT count(*) FROM mail")) {
			return result.getInt(1) + " rows";
		} catch (java.sql.SQLException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void daysCountFromTheReceiptOfEachMail() throws Exception {
		drop.account(LeaveOnServer.days(3));
		inbox.sync(ANNA, null);
		drop.clock.advance(Duration.ofDays(2));
		drop.deliver("c");
		inbox.sync(ANNA, null);
		assertEquals(List.of("a", "b", "c"), drop.peer.uidls());
		drop.clock.advance(Duration.ofDays(1));
		inbox.sync(ANNA, null);
		assertEquals(List.of("c"), drop.peer.uidls());
		drop.clock.advance(Duration.ofDays(2));
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b", "c"), here());
	}

	@Test
	void aClockThatWasSetBackDeletesLater() throws Exception {
		drop.account(LeaveOnServer.days(1));
		inbox.sync(ANNA, null);
		drop.clock.advance(Duration.ofDays(-30));
		inbox.sync(ANNA, null);
		assertEquals(List.of("a", "b"), drop.peer.uidls());
	}

	@Test
	void nothingIsDeletedWhileTheAccountLeavesMailsThere() throws Exception {
		drop.account(LeaveOnServer.ALWAYS);
		inbox.sync(ANNA, null);
		drop.clock.advance(Duration.ofDays(5000));
		inbox.sync(ANNA, null);
		assertEquals(0, drop.said("DELE"));
		assertEquals(List.of("a", "b"), drop.peer.uidls());
	}

	@Test
	void whatWasLeftThereIsDeletedOnceTheAccountSaysSo() throws Exception {
		drop.account(LeaveOnServer.ALWAYS);
		inbox.sync(ANNA, null);
		drop.account(LeaveOnServer.UNTIL_STORED);
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b"), here());
	}

	@Test
	void nothingIsDeletedIfTheAccountSaysOtherwiseWhileMailsCome() throws Exception {
		drop.peer.faults().on("RETR", 2, conversation -> {
			drop.account(LeaveOnServer.ALWAYS);
			return false;
		});
		assertEquals(2, inbox.sync(ANNA, null));
		assertEquals(0, drop.said("DELE"));
		assertEquals(List.of("a", "b"), drop.peer.uidls());
	}

	@Test
	void aMailThatIsCutIsNotDeleted() throws Exception {
		drop.peer.faults().on("RETR", 2, Reaction.replyAndClose("+OK", "Subject: half"));
		assertEquals(ProblemKind.NETWORK, failing().kind());
		assertEquals(List.of("a", "b"), drop.peer.uidls());
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b"), here());
	}

	@Test
	void aMailThatTheDiskDidNotTakeIsNotDeleted() throws Exception {
		AtomicInteger forces = new AtomicInteger();
		inbox = drop.inbox(folder, new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				if (forces.incrementAndGet() == 2) {
					throw new IOException("No space left on device");
				}
				super.force(channel);
			}
		});
		assertEquals(ProblemKind.STORAGE, failing().kind());
		assertEquals(0, drop.said("DELE"));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b"), here());
	}

	@Test
	void aMailWhoseFileIsDamagedHereStaysThere() throws Exception {
		drop.account(LeaveOnServer.ALWAYS);
		inbox.sync(ANNA, null);
		try (var files = Files.list(folder.resolve("inbox/mail/anna"))) {
			Path damaged = files.filter(f -> read(f).contains("Subject: a")).findFirst().orElseThrow();
			Files.writeString(damaged, read(damaged).replace("body", "bad!"));
		}
		drop.account(LeaveOnServer.UNTIL_STORED);
		inbox.sync(ANNA, null);
		assertEquals(List.of("a"), drop.peer.uidls());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void afterACrashBeforeTheDeletionNothingComesTwice() throws Exception {
		drop.peer.faults().on("DELE", 2, Reaction.reset());
		assertEquals(ProblemKind.NETWORK, failing().kind());
		assertEquals(List.of("a", "b"), drop.peer.uidls());
		restart();
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b"), here());
	}

	@Test
	void whenTheEndOfTheSessionGetsLostItIsTriedAgain() throws Exception {
		drop.peer.faults().next("QUIT", Reaction.cut(Cut.FIN));
		assertEquals(ProblemKind.NETWORK, failing().kind());
		assertEquals(List.of("a", "b"), drop.peer.uidls());
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(List.of("a", "b"), here());
	}

	@Test
	void whenOnlyTheAnswerGetsLostTheNextSyncFindsNothingToDo() throws Exception {
		drop.peer.faults().next("QUIT", conversation -> {
			drop.peer.remove("a").remove("b");
			return Reaction.cut(Cut.FIN).react(conversation);
		});
		assertEquals(ProblemKind.NETWORK, failing().kind());
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(2, drop.said("DELE"));
		assertEquals(List.of("a", "b"), here());
	}

	@Test
	void aServerThatDeletedOnlySomeIsToldAgainAndSoIsTheUser() throws Exception {
		drop.peer.faults().next("QUIT", conversation -> {
			drop.peer.remove("a");
			return Reaction.replyAndClose("-ERR some deleted messages not removed").react(conversation);
		});
		assertEquals("transport.not-deleted", failing().id());
		assertEquals(List.of("a", "b"), here());
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of(), drop.peer.uidls());
		assertEquals(3, drop.said("RETR"), "b is compared");
	}

	@Test
	void newMailsUnderTheUidsOfDeletedOnesAreReceived() throws Exception {
		inbox.sync(ANNA, null);
		drop.peer.mail("a", Maildrop.mail("new a")).mail("b", Maildrop.mail("new b"));
		assertEquals(2, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "b", "new a", "new b"), here());
		assertEquals(List.of(), drop.peer.uidls());
	}

	@Test
	void newMailsUnderTheUidsOfDeletedOnesAreReceivedAlsoIfTheAnswerGotLost() throws Exception {
		drop.peer.faults().next("QUIT", conversation -> {
			drop.peer.remove("a").remove("b").mail("a", Maildrop.mail("new a")).mail("b", Maildrop.mail("new b"));
			return Reaction.cut(Cut.FIN).react(conversation);
		});
		assertEquals(ProblemKind.NETWORK, failing().kind());
		restart();
		assertEquals(2, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "b", "new a", "new b"), here());
		assertEquals(List.of(), drop.peer.uidls());
	}

	@Test
	void aNewMailUnderTheUidOfOneThatAnotherProgramTookIsReceived() throws Exception {
		drop.account(LeaveOnServer.ALWAYS);
		inbox.sync(ANNA, null);
		drop.peer.remove("b");
		inbox.sync(ANNA, null);
		drop.peer.mail("b", Maildrop.mail("new b"));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "b", "new b"), here());
	}

	@Test
	void aServerWhoseUidsAreNumbersLosesNothing() throws Exception {
		drop.peer.remove("a").remove("b");
		drop.deliver("1", "2", "3");
		drop.peer.faults().next("DELE", conversation -> {
			drop.peer.faults().on("DELE", 3, Reaction.reply("-ERR busy"));
			return false;
		});
		assertEquals("transport.not-deleted", failing().id());
		assertEquals(List.of("3"), drop.peer.uidls());
		drop.peer.remove("3").mail("1", Maildrop.mail("3")).mail("2", Maildrop.mail("4"));
		inbox.sync(ANNA, null);
		assertEquals(List.of("1", "2", "3", "4"), here());
		assertEquals(List.of(), drop.peer.uidls());
	}

	@Test
	void mailsWithOneUidAreNeitherDeletedNorFetchedAgainAndAgain() throws Exception {
		drop.peer.mail("a", Maildrop.mail("a"));
		inbox.sync(ANNA, null);
		long fetched = drop.said("RETR");
		inbox.sync(ANNA, null);
		assertEquals(List.of("a", "a"), drop.peer.uidls());
		assertEquals(fetched, drop.said("RETR"));
	}

	@Test
	void aMailThatTheServerRefusesToDeleteIsNotFetchedAgain() throws Exception {
		drop.peer.faults().always("DELE", Reaction.reply("-ERR read only"));
		assertEquals("transport.not-deleted", failing().id());
		assertEquals("transport.not-deleted", failing().id());
		assertEquals(2, drop.said("RETR"));
		assertEquals(List.of("a", "b"), drop.peer.uidls());
	}

	@Test
	void aServerThatCannotNameMailsLosesNoneAndTheUserIsTold() {
		drop.peer.faults().always("UIDL", Reaction.reply("-ERR unknown command"));
		assertEquals("transport.no-uidl", failing().id());
		assertEquals(0, drop.said("DELE"));
		assertEquals(List.of("a", "b"), drop.peer.uidls());
	}

	@Test
	void twoProgramsAtOneMailboxLoseNothing() throws Exception {
		drop.account(LeaveOnServer.days(1));
		inbox.sync(ANNA, null);
		drop.peer.remove("a");
		drop.peer.faults().on("DELE", 1, conversation -> {
			drop.deliver("d");
			return false;
		});
		drop.deliver("c");
		drop.clock.advance(Duration.ofDays(1));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("c", "d"), drop.peer.uidls());
		SqliteInbox other = drop.inbox(folder.resolve("other"));
		assertEquals(2, other.sync(ANNA, null));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "b", "c", "d"), here());
	}

	@Test
	void aMailOfAnotherMailboxUnderAKnownUidIsReceivedFirst() throws Exception {
		inbox.sync(ANNA, null);
		drop.peer.mail("a", Maildrop.mail("another"));
		drop.account("ben", LeaveOnServer.UNTIL_STORED);
		drop.peer.faults().on("RETR", 3, Reaction.reset());
		assertEquals(ProblemKind.NETWORK, failing().kind());
		assertEquals(List.of("a"), drop.peer.uidls());
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "another", "b"), here());
		assertEquals(List.of(), drop.peer.uidls());
	}

	@Test
	void theSameMailAtAnotherServerIsNotDoubled() throws Exception {
		drop.account("ben", LeaveOnServer.ALWAYS);
		inbox.sync(ANNA, null);
		drop.account("anna", LeaveOnServer.UNTIL_STORED);
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "b"), here());
		assertEquals(List.of(), drop.peer.uidls());
	}

	@Test
	void mailsReceivedByAnEarlierVersionAreComparedByTheirBytesBeforeTheyAreDeleted() throws Exception {
		drop.account(LeaveOnServer.ALWAYS);
		inbox.sync(ANNA, null);
		inbox.close();
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("inbox/inbox.db")); var statement = connection.createStatement()) {
			statement.execute("DROP TABLE origin");
			statement.execute("PRAGMA user_version=1");
		}
		restart();
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(2, drop.said("RETR"));
		assertTrue(Files.exists(folder.resolve("inbox/inbox.db.v1.backup")));
		drop.peer.remove("b").mail("b", Maildrop.mail("another"));
		drop.account(LeaveOnServer.UNTIL_STORED);
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("a", "another", "b"), here());
		assertEquals(List.of(), drop.peer.uidls());
	}

	@Test
	void aCancelledSyncDeletesNothing() throws Exception {
		NullProgressMonitor monitor = new NullProgressMonitor();
		drop.peer.faults().on("RETR", 1, conversation -> {
			monitor.setCanceled(true);
			return false;
		});
		assertEquals(ProblemKind.CANCELLED, assertThrows(ProblemException.class, () -> inbox.sync(ANNA, monitor)).problem().kind());
		assertEquals(List.of("a", "b"), drop.peer.uidls());
	}

	@Test
	void aWatchDeletesAsASyncDoesAndTriesAgainByItself() throws Exception {
		List<String> events = new CopyOnWriteArrayList<>();
		drop.peer.faults().next("QUIT", Reaction.replyAndClose("-ERR mailbox is locked"));
		inbox.watch(ANNA, new Events(events), new NullProgressMonitor() {
			@Override
			public boolean isCanceled() {
				return events.contains("regained");
			}
		});
		assertEquals(List.of("received 2", "lost SERVER", "regained"), events);
		assertEquals(List.of(), drop.peer.uidls());
	}
}
