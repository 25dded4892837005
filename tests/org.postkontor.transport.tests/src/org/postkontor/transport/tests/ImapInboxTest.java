package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.contract.ContractMail;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Listing;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.postkontor.transport.SentFolder;

/**
 * Listing, fetching and the folder of sent mails. Traps: fetching marks as read, and 16 KiB pieces cost 320 round trips for
 * 5 MB (platform 2.7, craft C.7); a connection pool opens further connections with an old token (2.7); mails one by one are
 * hundreds of times slower than in slices (C.7).
 */
class ImapInboxTest {
	private static final int FIVE_MB = 5 << 20;

	private final ImapStage stage;

	ImapInboxTest() throws IOException {
		stage = ImapStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private void deliver(String... names) {
		for (String name : names) {
			stage.peer.inbox().add(ContractMail.bytes(name));
		}
	}

	@Test
	void aRenumberedMailboxStartsAnew() throws Exception {
		deliver("a", "b");
		try (ReceiveConnection connection = stage.connect()) {
			Listing first = connection.list(Optional.empty(), 100, null);
			assertFalse(first.restart());
			assertEquals(stage.peer.inbox().uidValidity() + ":2", first.marker());
			stage.peer.inbox().changeValidity();
			Listing second = connection.list(Optional.of(first.marker()), 100, null);
			assertTrue(second.restart());
			assertEquals(2, second.mails().size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "4711", "4711:x", "99999999999999999999:1" })
	void anUnreadableMarkerStartsAnew(String marker) throws Exception {
		deliver("a");
		try (ReceiveConnection connection = stage.connect()) {
			Listing listing = connection.list(Optional.of(marker), 100, null);
			assertTrue(listing.restart());
			assertEquals(1, listing.mails().size());
		}
	}

	@Test
	void aLimitIsContinuedByTheMarker() throws Exception {
		deliver("a", "b", "c", "d", "e");
		try (ReceiveConnection connection = stage.connect()) {
			Listing first = connection.list(Optional.empty(), 2, null);
			Listing second = connection.list(Optional.of(first.marker()), 2, null);
			Listing third = connection.list(Optional.of(second.marker()), 2, null);
			assertEquals(List.of("1", "2"), first.mails().stream().map(RemoteMail::uid).toList());
			assertEquals(List.of("3", "4"), second.mails().stream().map(RemoteMail::uid).toList());
			assertEquals(List.of("5"), third.mails().stream().map(RemoteMail::uid).toList());
		}
	}

	@Test
	void aHundredMailsAreListedInThreeCommands() throws Exception {
		for (int i = 0; i < 100; i++) {
			deliver("m" + i);
		}
		try (ReceiveConnection connection = stage.connect()) {
			assertEquals(100, connection.list(Optional.empty(), 1000, null).mails().size());
		}
		assertEquals(1, stage.said("EXAMINE"));
		assertEquals(1, stage.said("UID SEARCH"));
		assertEquals(1, stage.said("UID FETCH"));
	}

	@Test
	void aLargeMailIsFetchedInFewRoundTripsAndUnchanged() throws Exception {
		byte[] large = new byte[FIVE_MB];
		new Random(7).nextBytes(large);
		stage.peer.inbox().add(large);
		try (FaultProxy cable = FaultProxy.endingTls("localhost", stage.peer.port(), Net.LOCALHOST, Net.AUTHORITY.clientContext());
				ReceiveConnection connection = stage.connect(Net.token(), cable.port())) {
			RemoteMail mail = connection.list(Optional.empty(), 10, null).mails().get(0);
			int before = cable.roundTrips();
			assertArrayEquals(large, ImapStage.fetch(connection, mail));
			assertTrue(cable.roundTrips() - before <= 6, "round trips: " + (cable.roundTrips() - before));
		}
		assertTrue(stage.peer.inbox().mails().get(0).flags().isEmpty());
	}

	@Test
	void aFullDiskWhileFetchingIsAProblemOfOurs() throws Exception {
		deliver("a");
		try (ReceiveConnection connection = stage.connect()) {
			RemoteMail mail = connection.list(Optional.empty(), 10, null).mails().get(0);
			OutputStream full = new OutputStream() {
				@Override
				public void write(int b) throws IOException {
					throw new IOException("no space left on device");
				}
			};
			assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, () -> connection.fetch(mail, full, null)).problem().kind());
			assertArrayEquals(ContractMail.bytes("a"), ImapStage.fetch(connection, mail));
		}
	}

	@Test
	void mailboxesAreOnlyOpenedForReading() throws Exception {
		deliver("a");
		try (ReceiveConnection connection = stage.connect()) {
			ImapStage.fetch(connection, connection.list(Optional.empty(), 10, null).mails().get(0));
			connection.sentFolder().orElseThrow().contains("<x@y>");
		}
		assertEquals(0, stage.said("SELECT"));
		assertEquals(0, stage.said("STORE"));
	}

	@Test
	void allWorkIsDoneOnOneConnection() throws Exception {
		deliver("a");
		try (ReceiveConnection connection = stage.connect()) {
			connection.list(Optional.empty(), 10, null);
			connection.sentFolder().orElseThrow().append(ContractMail.mail("sent", "ben@example.test"));
			connection.count();
		}
		assertEquals(1, stage.peer.server().connections());
	}

	@Test
	void aServerThatSaysGoodbyeInTheMiddleIsTemporary() throws Exception {
		try (ReceiveConnection connection = stage.connect()) {
			stage.peer.faults().always("EXAMINE", Reaction.replyAndClose("* BYE shutting down"));
			assertTrue(assertThrows(ProblemException.class, connection::count).problem().kind().isTransient());
		}
	}

	@Test
	void theSentFolderIsFoundByItsUse() throws Exception {
		stage.peer.without("Sent").mailbox("Ausgang/Alt", "\\Sent");
		stage.peer.mailbox("Gesendet", "");
		assertFoundAs("Ausgang/Alt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sent Items", "Gesendete Elemente", "INBOX/Sent", "SENT", "Gesendete Objekte" })
	void theSentFolderIsFoundByACommonName(String name) throws Exception {
		stage.peer.without("Sent").capabilities("IMAP4rev1", "AUTH=XOAUTH2").mailbox(name, "");
		assertFoundAs(name);
	}

	private void assertFoundAs(String name) throws Exception {
		try (ReceiveConnection connection = stage.connect()) {
			connection.sentFolder().orElseThrow().append(ContractMail.mail("filed", "ben@example.test"));
		}
		assertEquals(1, stage.peer.mailbox(name, "").count(ContractMail.id("filed")));
	}

	@Test
	void noSentFolderIsNoFolder() throws Exception {
		stage.peer.without("Sent");
		try (ReceiveConnection connection = stage.connect()) {
			assertTrue(connection.sentFolder().isEmpty());
		}
	}

	@Test
	void aCopyIsFiledAsReadWithItsFrozenBytesAndFoundAgain() throws Exception {
		try (ReceiveConnection connection = stage.connect()) {
			SentFolder sent = connection.sentFolder().orElseThrow();
			assertFalse(sent.contains(ContractMail.id("copy")));
			sent.append(ContractMail.mail("copy", "ben@example.test"));
			assertTrue(sent.contains(ContractMail.id("copy")));
		}
		var filed = stage.peer.sent().mails().get(0);
		assertArrayEquals(ContractMail.bytes("copy"), filed.bytes());
		assertTrue(filed.has("\\Seen"));
	}

	@Test
	void aSimilarMessageIdIsAnotherMail() throws Exception {
		stage.peer.sent().add(("Message-ID: <prefix" + ContractMail.id("copy").substring(1) + "\r\n\r\nx\r\n").getBytes());
		stage.peer.sent().add(("Message-ID:\r\n " + ContractMail.id("folded") + "\r\n\r\nx\r\n").getBytes());
		try (ReceiveConnection connection = stage.connect()) {
			SentFolder sent = connection.sentFolder().orElseThrow();
			assertFalse(sent.contains("copy@contract.example.test>"));
			assertTrue(sent.contains(ContractMail.id("folded")));
		}
	}

	@Test
	void aFullMailboxIsSaidSo() throws Exception {
		stage.peer.faults().always("APPEND", Reaction.reply("TAG NO [OVERQUOTA] full"));
		stage.peer.capabilities("IMAP4rev1", "AUTH=XOAUTH2");
		try (ReceiveConnection connection = stage.connect()) {
			SentFolder sent = connection.sentFolder().orElseThrow();
			Problem problem = assertThrows(ProblemException.class, () -> sent.append(ContractMail.mail("q", "ben@example.test"))).problem();
			assertEquals("transport.mailbox-full", problem.id());
			assertEquals(ProblemKind.QUOTA, problem.kind());
		}
	}
}
