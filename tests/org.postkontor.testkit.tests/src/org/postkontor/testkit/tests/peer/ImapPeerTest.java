package org.postkontor.testkit.tests.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.tests.LineClient;

class ImapPeerTest {

	private static final String ANNA = "anna@example.test";
	private static final String MAIL = "From: \"Anna Muster\" <anna@example.test>\r\nTo: bert@example.test\r\n"
			+ "Subject: Hello\r\nMessage-ID: <1@example.test>\r\n\r\nBody\r\n";

	private ImapPeer peer;
	private LineClient client;

	@BeforeEach
	void start() throws IOException {
		peer = new ImapPeer(ServerTls.none()).account(ANNA, "secret", "token-1");
		peer.inbox().add(MAIL.getBytes(StandardCharsets.US_ASCII));
		client = new LineClient(peer.port());
	}

	@AfterEach
	void stop() throws IOException {
		client.close();
		peer.close();
	}

	private String command(String text) throws IOException {
		client.send("t " + text);
		return client.until("t ");
	}

	private void signIn() throws IOException {
		assertTrue(command("LOGIN " + ANNA + " \"secret\"").contains("t OK"));
	}

	@Test
	void aBadTokenIsChallengedWithJson() throws Exception {
		client.line();
		client.send("t AUTHENTICATE XOAUTH2 " + token("wrong"));
		assertTrue(client.line().startsWith("+ ey"));
		assertTrue(client.ask("").startsWith("t NO [AUTHENTICATIONFAILED]"));
	}

	@Test
	void aGoodTokenSignsInWithAndWithoutInitialResponse() throws Exception {
		client.line();
		assertTrue(client.ask("t AUTHENTICATE XOAUTH2 " + token("token-1")).startsWith("t OK"));
		assertEquals("+ ", client.ask("t AUTHENTICATE XOAUTH2"));
		assertTrue(client.ask(token("token-1")).startsWith("t OK"));
	}

	@Test
	void anInitialResponseIsRefusedWithoutSaslIr() throws Exception {
		peer.capabilitiesBeforeTls("IMAP4rev1", "AUTH=XOAUTH2");
		client.line();
		assertTrue(client.ask("t AUTHENTICATE XOAUTH2 " + token("token-1")).startsWith("t BAD"));
	}

	@Test
	void listsTheSentFolderWithItsUse() throws Exception {
		signIn();
		String list = command("LIST \"\" \"*\"");
		assertTrue(list.contains("* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent\""), list);
	}

	@Test
	void findsAMailByItsMessageId() throws Exception {
		signIn();
		command("SELECT INBOX");
		assertTrue(command("UID SEARCH HEADER Message-ID <1@example.test>").startsWith("* SEARCH 1\n"));
		assertTrue(command("UID SEARCH HEADER Message-ID \"<2@example.test>\"").startsWith("* SEARCH\n"));
	}

	@Test
	void fetchesMetadataAndPartsOfTheBody() throws Exception {
		signIn();
		command("SELECT INBOX");
		String answer = command("UID FETCH 1 (FLAGS UID ENVELOPE RFC822.SIZE INTERNALDATE BODY.PEEK[]<6.4>)");
		assertTrue(answer.contains("RFC822.SIZE " + MAIL.length()), answer);
		assertTrue(answer.contains("((\"Anna Muster\" NIL \"anna\" \"example.test\"))"), answer);
		assertTrue(answer.contains("BODY[]<6> {4}\n\"Ann)"), answer);
		assertTrue(command("UID FETCH 1 FLAGS").contains("FLAGS ()"));
	}

	@Test
	void readingABodyWithoutPeekMarksItSeen() throws Exception {
		signIn();
		command("SELECT INBOX");
		command("FETCH 1 BODY[]");
		assertEquals(Set.of("\\Seen"), peer.inbox().mails().get(0).flags());
	}

	@Test
	void appendsALiteralAndTellsItsUid() throws Exception {
		signIn();
		client.send("t APPEND Sent (\\Seen) {" + MAIL.length() + "}");
		assertTrue(client.line().startsWith("+ "));
		String answer = client.ask(MAIL);
		assertTrue(answer.startsWith("t OK [APPENDUID 4711 1]"), answer);
		assertEquals(1, peer.sent().count("<1@example.test>"));
		assertEquals(MAIL, new String(peer.sent().mails().get(0).bytes(), StandardCharsets.US_ASCII));
	}

	@Test
	void aPlannedReplyCarriesTheTag() throws Exception {
		signIn();
		peer.faults().next("NOOP", Reaction.reply("* BYE going", "TAG NO not now"));
		assertEquals("* BYE going\nt NO not now\n", command("NOOP"));
		assertTrue(command("NOOP").contains("t OK"));
	}

	@Test
	void announcesAHugeLiteralWhenPlanned() throws Exception {
		signIn();
		command("SELECT INBOX");
		peer.faults().always("FETCH", ImapPeer.hugeLiteral(2147483647));
		client.send("t UID FETCH 1 BODY[]");
		assertEquals("* 1 FETCH (UID 1 BODY[] {2147483647}", client.line());
	}

	@Test
	void sendsUntaggedLinesBeforeTheAnswerWhenPlanned() throws Exception {
		signIn();
		peer.faults().next("NOOP", ImapPeer.untaggedLines(1000));
		assertEquals(1001, command("NOOP").lines().count());
	}

	@Test
	void showsNewMailsAndRemovalsToAnOpenConnection() throws Exception {
		signIn();
		command("SELECT INBOX");
		peer.inbox().add("Subject: second\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		peer.inbox().remove(1);
		String answer = command("CHECK");
		assertTrue(answer.contains("* 1 EXPUNGE") && answer.contains("* 1 EXISTS"), answer);
	}

	@Test
	void tellsOfNewMailsInIdleUntilTheClientIsDone() throws Exception {
		signIn();
		command("SELECT INBOX");
		client.send("t IDLE");
		assertEquals("+ idling", client.line());
		peer.inbox().add("Subject: second\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		assertEquals("* 2 EXISTS", client.line());
		client.send("DONE");
		assertTrue(client.line().startsWith("t OK"));
	}

	private static String token(String secret) {
		return Base64.getEncoder().encodeToString(
				("user=" + ANNA + "\1auth=Bearer " + secret + "\1\1").getBytes(StandardCharsets.US_ASCII));
	}
}
