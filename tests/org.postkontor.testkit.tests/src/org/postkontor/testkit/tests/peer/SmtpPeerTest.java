package org.postkontor.testkit.tests.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;
import org.postkontor.testkit.tests.LineClient;

class SmtpPeerTest {

	private static final String ANNA = "anna@example.test";
	private static final TestAuthority AUTHORITY = TestAuthority.create();

	private final Canary token = Canary.create("smtp");

	@Test
	void takesAMailWithoutItsDotStuffing() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()); LineClient client = connect(peer)) {
			assertEquals("250 2.0.0 OK queued", send(client));
			assertEquals(ANNA, peer.mails().get(0).from());
			assertEquals(List.of("bert@example.test"), peer.mails().get(0).recipients());
			assertEquals("Message-ID: <1@example.test>\r\n\r\n.hidden\r\n",
					new String(peer.mails().get(0).bytes(), StandardCharsets.US_ASCII));
			assertEquals(1, peer.deliveries("<1@example.test>"));
			send(client);
			assertEquals(List.of("<1@example.test>"), peer.duplicates());
		}
	}

	@Test
	void signsInByTokenInsideTlsAndShowsThatNothingCameInPlain() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.upgrade(AUTHORITY.server("localhost")))
				.account(ANNA, null, token.value()); LineClient client = connect(peer)) {
			client.send("EHLO test");
			String plain = client.until("250 ");
			assertTrue(plain.contains("STARTTLS") && !plain.contains("AUTH"), plain);
			assertEquals("220 2.0.0 Ready to start TLS", client.ask("STARTTLS"));
			client.startTls(AUTHORITY.clientContext(), "localhost");
			client.send("EHLO test");
			String secure = client.until("250 ");
			assertTrue(secure.contains("AUTH PLAIN LOGIN XOAUTH2 OAUTHBEARER") && !secure.contains("STARTTLS"), secure);
			assertTrue(client.ask("AUTH XOAUTH2 " + xoauth2(token.value())).startsWith("235"));
			assertEquals(List.of(), token.findIn(peer.server().lastTranscript().plainFromClient()));
			assertFalse(token.findIn(peer.server().lastTranscript().toString()).isEmpty());
		}
	}

	@Test
	void aBadTokenIsChallengedWithJsonBeforeItIsRefused() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()).account(ANNA, null, token.value());
				LineClient client = connect(peer)) {
			String challenge = client.ask("AUTH OAUTHBEARER "
					+ base64("n,a=" + ANNA + ",\1host=localhost\1port=25\1auth=Bearer wrong\1\1"));
			assertTrue(challenge.startsWith("334 "), challenge);
			assertTrue(new String(Base64.getDecoder().decode(challenge.substring(4))).contains("\"status\":\"401\""));
			assertTrue(client.ask("AQ==").startsWith("535"));
			assertTrue(client.ask("MAIL FROM:<a@example.test>").startsWith("530"));
		}
	}

	@Test
	void signsInByPasswordInBothWays() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()).account(ANNA, "pass word", null);
				LineClient client = connect(peer)) {
			assertTrue(client.ask("AUTH PLAIN " + base64("\0" + ANNA + "\0pass word")).startsWith("235"));
			client.ask("AUTH LOGIN");
			client.ask(base64(ANNA));
			assertTrue(client.ask(base64("pass word")).startsWith("235"));
			client.ask("AUTH LOGIN");
			client.ask(base64(ANNA));
			assertTrue(client.ask(base64("guess")).startsWith("535"));
		}
	}

	@Test
	void refusesTheSecondRecipientWhenPlanned() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()); LineClient client = connect(peer)) {
			peer.faults().on("RCPT", 2, Reaction.reply("451 4.7.1 Greylisted"));
			client.ask("MAIL FROM:<a@example.test>");
			assertTrue(client.ask("RCPT TO:<b@example.test>").startsWith("250"));
			assertEquals("451 4.7.1 Greylisted", client.ask("RCPT TO:<c@example.test>"));
			assertTrue(client.ask("RCPT TO:<c@example.test>").startsWith("250"));
		}
	}

	@Test
	void aResetAfterAcceptanceLeavesTheMailDelivered() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()); LineClient client = connect(peer)) {
			peer.faults().on("ACCEPTED", 1, Reaction.reset());
			assertThrows(SocketException.class, () -> send(client));
			assertEquals(1, peer.deliveries("<1@example.test>"));
		}
	}

	@Test
	void aReplyPlannedAtTheDotMeansNotTaken() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()); LineClient client = connect(peer)) {
			peer.faults().on("DOT", 1, Reaction.reply("451 4.3.0 Try later"));
			assertEquals("451 4.3.0 Try later", send(client));
			assertEquals(List.of(), peer.mails());
		}
	}

	@Test
	void holdsTheAnswerUntilTheTestReleasesIt() throws Exception {
		CountDownLatch gate = new CountDownLatch(1);
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()); LineClient client = connect(peer)) {
			peer.faults().on("ACCEPTED", 1, Reaction.holdUntil(gate));
			Thread release = Thread.ofVirtual().unstarted(gate::countDown);
			body(client);
			assertEquals(0, peer.faults().count("QUIT"));
			release.start();
			assertEquals("250 2.0.0 OK queued", client.line());
		}
	}

	@Test
	void refusesInTheMiddleOfTheBody() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()).rejectBodyAfter(1000, "552 5.3.4 Too big", true);
				LineClient client = connect(peer)) {
			start(client);
			for (int i = 0; i < 20; i++) {
				client.send("x".repeat(70));
			}
			assertEquals("552 5.3.4 Too big", client.line());
			assertEquals(List.of(), peer.mails());
		}
	}

	@Test
	void greetsWithA421AndHangsUpWhenPlanned() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none())) {
			peer.faults().always("GREETING", Reaction.replyAndClose("421 4.3.2 Shutting down"));
			try (LineClient client = new LineClient(peer.port())) {
				assertEquals("421 4.3.2 Shutting down", client.line());
				assertEquals(null, client.line());
			}
		}
	}

	@Test
	void refusesALineThatIsTooLong() throws Exception {
		try (SmtpPeer peer = new SmtpPeer(ServerTls.none()).longestLine(512); LineClient client = connect(peer)) {
			assertTrue(client.ask("AUTH XOAUTH2 " + "x".repeat(600)).startsWith("500"));
		}
	}

	private static LineClient connect(SmtpPeer peer) throws IOException {
		LineClient client = new LineClient(peer.port());
		assertTrue(client.line().startsWith("220 "));
		return client;
	}

	private static void start(LineClient client) throws IOException {
		client.ask("MAIL FROM:<" + ANNA + "> BODY=8BITMIME");
		client.ask("RCPT TO:<bert@example.test>");
		assertTrue(client.ask("DATA").startsWith("354"));
	}

	private static void body(LineClient client) throws IOException {
		start(client);
		client.send("Message-ID: <1@example.test>\r\n\r\n..hidden\r\n.");
	}

	private static String send(LineClient client) throws IOException {
		body(client);
		return client.line();
	}

	private static String xoauth2(String secret) {
		return base64("user=" + ANNA + "\1auth=Bearer " + secret + "\1\1");
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}
}
