package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.contract.ContractMail;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Listing;
import org.postkontor.transport.ReceiveConnection.RemoteMail;

/** Listing and fetching a maildrop that has no memory of us, and leaving it as it is. */
class Pop3MaildropTest {
	private final Pop3Stage stage;

	Pop3MaildropTest() throws IOException {
		stage = Pop3Stage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private void deliver(String... names) {
		for (String name : names) {
			stage.peer.mail(name, ContractMail.bytes(name));
		}
	}

	private Listing list(Optional<String> since, int limit) throws ProblemException {
		try (ReceiveConnection connection = stage.connect()) {
			return connection.list(since, limit, null);
		}
	}

	private static List<String> uids(Listing listing) {
		return listing.mails().stream().map(RemoteMail::uid).toList();
	}

	@Test
	void aLimitIsContinuedByTheMarker() throws Exception {
		deliver("a", "b", "c");
		Listing first = list(Optional.empty(), 2);
		Listing second = list(Optional.of(first.marker()), 2);
		assertEquals(List.of("a", "b"), uids(first));
		assertEquals(List.of("c"), uids(second));
		assertFalse(second.restart());
	}

	@Test
	void aChangedBeginningStartsAnew() throws Exception {
		deliver("a", "b", "c");
		Listing first = list(Optional.empty(), 100);
		stage.peer.remove("a");
		deliver("d");
		Listing second = list(Optional.of(first.marker()), 100);
		assertTrue(second.restart());
		assertEquals(List.of("b", "c", "d"), uids(second));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":", "x:y", "3:abc", "999999999:z" })
	void anUnreadableMarkerStartsAnew(String marker) throws Exception {
		deliver("a");
		Listing listing = list(Optional.of(marker), 100);
		assertTrue(listing.restart());
		assertEquals(List.of("a"), uids(listing));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".\r\n", "..\r\n...\r\n", "a\r\n.\r\n\r\n", "x\ry\nz\r\n.q\r\n", "no end", "" })
	void stuffedDotsAndOddLineEndsArriveUnchanged(String body) throws Exception {
		byte[] mail = ("Subject: x\r\n\r\n" + body).getBytes();
		stage.peer.mail("odd", mail);
		try (ReceiveConnection connection = stage.connect()) {
			RemoteMail remote = connection.list(Optional.empty(), 1, null).mails().get(0);
			byte[] expected = body.endsWith("\r\n") || body.isEmpty() ? mail : ("Subject: x\r\n\r\n" + body + "\r\n").getBytes();
			assertArrayEquals(expected, ImapStage.fetch(connection, remote));
			assertEquals(1, connection.count());
		}
	}

	@Test
	void aLargeMailArrivesUnchanged() throws Exception {
		byte[] large = ("." + "y".repeat(75) + "\r\n").repeat(50_000).getBytes();
		stage.peer.mail("large", large);
		try (ReceiveConnection connection = stage.connect()) {
			assertArrayEquals(large, ImapStage.fetch(connection, connection.list(Optional.empty(), 1, null).mails().get(0)));
		}
	}

	@Test
	void aMailThatIsCutInTheMiddleIsNotTakenForWhole() throws Exception {
		deliver("a");
		stage.peer.faults().always("RETR", Reaction.replyAndClose("+OK", "Subject: half"));
		try (ReceiveConnection connection = stage.connect()) {
			RemoteMail mail = connection.list(Optional.empty(), 1, null).mails().get(0);
			assertEquals(ProblemKind.NETWORK, assertThrows(ProblemException.class, () -> ImapStage.fetch(connection, mail)).problem().kind());
		}
	}

	@Test
	void nothingIsEverDeleted() throws Exception {
		deliver("a", "b");
		try (ReceiveConnection connection = stage.connect()) {
			ImapStage.fetch(connection, connection.list(Optional.empty(), 1, null).mails().get(0));
		}
		assertEquals(List.of("a", "b"), stage.peer.uidls());
		assertEquals(0, stage.said("DELE"));
		assertEquals(1, stage.said("QUIT"));
	}

	@Test
	void aServerThatCannotNameMailsIsSaidSo() throws Exception {
		deliver("a");
		stage.peer.faults().always("UIDL", Reaction.reply("-ERR unknown command"));
		assertEquals("transport.no-uidl", assertThrows(ProblemException.class, () -> list(Optional.empty(), 1)).problem().id());
	}

	@Test
	void thereIsNoSentFolder() throws Exception {
		try (ReceiveConnection connection = stage.connect()) {
			assertTrue(connection.sentFolder().isEmpty());
		}
	}
}
