package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postkontor.net.HttpCall;
import org.postkontor.net.Trust;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ProxySource.HttpProxy;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.Conversation;
import org.postkontor.testkit.peer.ScriptedServer;

class HttpProxyTest {
	private final NetFixture net = new NetFixture();

	@AfterEach
	void stop() {
		net.close();
	}

	private static ProxySource through(ScriptedServer server) {
		return uri -> Optional.of(new HttpProxy("127.0.0.1", server.port(), "", new char[0]));
	}

	private static void readRequest(Conversation conversation) throws java.io.IOException {
		for (String line = conversation.requireLine(); !line.isEmpty(); line = conversation.requireLine()) {
			continue;
		}
	}

	@Test
	void case52TunnelsTlsThroughTheProxy() throws Exception {
		try (ScriptedServer proxy = ScriptedServer.startTls(AUTHORITY.server("mail.example.test"), c -> {
			c.expect("CONNECT mail\\.example\\.test:443 HTTP/1\\.1");
			readRequest(c);
			c.send("HTTP/1.1 200 OK");
			c.send("");
			c.upgradeToTls();
			c.expect("GET /x HTTP/1\\.1");
			readRequest(c);
			c.sendRaw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes());
		})) {
			HttpCall call = HttpCall.get(URI.create("https://mail.example.test/x"), Trust.OFFICE);
			assertEquals("hi", net.http(through(proxy)).send(call, null).text());
		}
	}

	@Test
	void case52SaysThatTheProxyWantsALogin() throws Exception {
		try (ScriptedServer proxy = ScriptedServer.plain(c -> {
			readRequest(c);
			c.sendRaw("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n".getBytes());
		})) {
			Problem problem = problem(() -> net.http(through(proxy)).send(HttpCall.get(URI.create("https://mail.example.test/x"), Trust.OFFICE), null));
			assertEquals("net.proxy-auth", problem.id());
			assertEquals(ProblemKind.NETWORK, problem.kind());
			assertEquals("127.0.0.1", problem.values().get("host"));
		}
	}

	@Test
	void case52BlamesTheProxyThatCannotBeReached() throws Exception {
		ProxySource dead = uri -> Optional.of(new HttpProxy("127.0.0.1", 1, "", new char[0]));
		Problem problem = problem(() -> net.http(dead).send(HttpCall.get(URI.create("https://mail.example.test/x"), Trust.OFFICE), null));
		assertEquals("net.proxy-failed", problem.id());
	}

	@Test
	void doesNotShowTheProxyPassword() {
		String text = new HttpProxy("proxy.example.test", 8080, "user", "geheim".toCharArray()).toString();
		assertTrue(text.contains("proxy.example.test") && !text.contains("geheim"), text);
	}
}
