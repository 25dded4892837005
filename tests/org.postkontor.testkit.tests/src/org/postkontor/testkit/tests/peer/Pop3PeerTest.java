package org.postkontor.testkit.tests.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.Pop3Peer;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.tests.LineClient;

class Pop3PeerTest {

	private static final String ANNA = "anna@example.test";

	private final TestAuthority authority = TestAuthority.create();
	private Pop3Peer peer;
	private LineClient client;

	@BeforeEach
	void start() throws IOException {
		peer = new Pop3Peer(ServerTls.upgrade(authority.server("localhost"))).account(ANNA, "pass word", "token-1")
				.mail("u1", "Subject: one\r\n\r\n.dot\r\nlast\r\n".getBytes(StandardCharsets.US_ASCII))
				.mail("u2", "Subject: two\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		client = new LineClient(peer.port());
		client.line();
	}

	@AfterEach
	void stop() throws IOException {
		client.close();
		peer.close();
	}

	private void signIn() throws IOException {
		client.ask("USER " + ANNA);
		assertTrue(client.ask("PASS pass word").startsWith("+OK"));
	}

	@Test
	void upgradesToTls() throws Exception {
		client.send("CAPA");
		assertTrue(client.until(".").contains("STLS"));
		assertTrue(client.ask("STLS").startsWith("+OK"));
		client.startTls(authority.clientContext(), "localhost");
		signIn();
		assertTrue(peer.server().lastTranscript().lines().stream().noneMatch(line -> line.text().contains("PASS")
				&& !line.tls()));
	}

	@Test
	void signsInByTokenInOneLineAndInTwo() throws Exception {
		assertTrue(client.ask("AUTH XOAUTH2 " + token("token-1")).startsWith("+OK"));
		assertEquals("+ ", client.ask("AUTH XOAUTH2"));
		assertTrue(client.ask(token("token-1")).startsWith("+OK"));
	}

	@Test
	void aBadTokenIsChallengedWithJsonOrRefusedAtOnce() throws Exception {
		assertTrue(client.ask("AUTH XOAUTH2 " + token("old")).startsWith("+ ey"));
		assertTrue(client.ask("").startsWith("-ERR"));
		peer.accounts().noOauthError();
		assertTrue(client.ask("AUTH XOAUTH2 " + token("old")).startsWith("-ERR"));
	}

	@Test
	void listsAndRetrievesWithDotsStuffed() throws Exception {
		signIn();
		client.send("UIDL");
		assertEquals("+OK\n1 u1\n2 u2\n", client.until("2 "));
		assertEquals(".", client.line());
		assertEquals("+OK 1 28", client.ask("LIST 1"));
		client.send("RETR 1");
		assertEquals("+OK 28 octets\nSubject: one\n\n..dot\nlast\n", client.until("last"));
		assertEquals(".", client.line());
		client.send("TOP 1 1");
		assertEquals("+OK 28 octets\nSubject: one\n\n..dot\n", client.until("..dot"));
	}

	@Test
	void deletesOnlyAtQuit() throws Exception {
		signIn();
		client.ask("DELE 1");
		assertEquals(List.of("u1", "u2"), peer.uidls());
		client.ask("QUIT");
		assertEquals(List.of("u2"), peer.uidls());
	}

	private static String token(String secret) {
		return Base64.getEncoder().encodeToString(
				("user=" + ANNA + "\1auth=Bearer " + secret + "\1\1").getBytes(StandardCharsets.US_ASCII));
	}
}
