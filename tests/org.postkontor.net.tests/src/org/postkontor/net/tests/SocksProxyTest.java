package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postkontor.net.ConnectionProblems;
import org.postkontor.net.NameLookup;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.SocketLimits;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.problem.Problem;
import org.postkontor.testkit.peer.Conversation;
import org.postkontor.testkit.peer.ScriptedServer;

/** Mail through a SOCKS 5 proxy (RFC 1928). */
class SocksProxyTest {
	private final NetFixture net = new NetFixture();

	@AfterEach
	void stop() {
		net.close();
	}

	/** Only the proxy's name may be looked up here: the server's is the proxy's matter. */
	private static final NameLookup PROXY_ONLY = (host, limit) -> {
		if (!host.equals("127.0.0.1")) {
			throw new UnknownHostException(host);
		}
		return new InetNameLookup().addresses(host, limit);
	};

	private ConnectionSockets through(int port) {
		return new NodelaySocketFactories(net.policy, PROXY_ONLY, host -> Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", port)))
				.forConnection(new SocketLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 1 << 16, 1 << 13));
	}

	private static void accept(Conversation c, int reply) throws IOException {
		assertEquals(5, c.bytes(1)[0]);
		c.bytes(c.bytes(1)[0]);
		c.sendRaw(new byte[] { 5, 0 });
		assertArrayEquals(new byte[] { 5, 1, 0, 3 }, c.bytes(4));
		byte[] name = c.bytes(c.bytes(1)[0]);
		assertEquals("imap.example.test", new String(name, StandardCharsets.US_ASCII));
		assertArrayEquals(new byte[] { 3, (byte) 0xe1 }, c.bytes(2));
		c.sendRaw(new byte[] { 5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0 });
	}

	@Test
	void case52GoesThroughTheProxyWhichLooksUpTheName() throws Exception {
		try (ScriptedServer proxy = ScriptedServer.startTls(AUTHORITY.server("imap.example.test"), c -> {
			accept(c, 0);
			c.upgradeToTls();
			c.send("* OK through the proxy");
			c.silence();
		}); Socket socket = through(proxy.port()).tls().createSocket("imap.example.test", 993)) {
			assertEquals("* OK through the proxy", new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine());
		}
	}

	@Test
	void case52BlamesTheProxyThatRefuses() throws Exception {
		try (ScriptedServer proxy = ScriptedServer.plain(c -> accept(c, 2))) {
			IOException failure = assertThrows(IOException.class, () -> through(proxy.port()).plain().createSocket("imap.example.test", 993));
			Problem problem = ConnectionProblems.of(failure, "imap.example.test", 993);
			assertEquals("net.proxy-failed", problem.id());
			assertEquals("127.0.0.1", problem.values().get("host"));
		}
	}
}
