package org.postkontor.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.Conversation;
import org.postkontor.testkit.peer.ScriptedServer;

class FaultProxyTest {

	private static final Duration SOON = Duration.ofSeconds(10);

	private ScriptedServer echo;
	private FaultProxy proxy;

	@BeforeEach
	void start() throws IOException {
		echo = ScriptedServer.plain(FaultProxyTest::echo);
		proxy = FaultProxy.wire("127.0.0.1", echo.port());
	}

	@AfterEach
	void stop() throws IOException {
		proxy.close();
		echo.close();
	}

	private static void echo(Conversation conversation) throws IOException {
		for (String line = conversation.line(); line != null; line = conversation.line()) {
			conversation.send(line);
		}
	}

	@Test
	void forwardsAndCountsBytesAndRoundTrips() throws Exception {
		try (LineClient client = new LineClient(proxy.port())) {
			assertEquals("one", client.ask("one"));
			assertEquals("three", client.ask("three"));
			assertEquals(12, proxy.bytes(Direction.TO_SERVER));
			assertEquals(12, proxy.bytes(Direction.TO_CLIENT));
			assertEquals(2, proxy.roundTrips());
		}
	}

	@Test
	void delaysEachRoundTrip() throws Exception {
		proxy.roundTripTime(Duration.ofMillis(80));
		try (LineClient client = new LineClient(proxy.port())) {
			long start = System.nanoTime();
			client.ask("one");
			client.ask("two");
			long millis = (System.nanoTime() - start) / 1_000_000;
			assertTrue(millis >= 160 && millis < 1_000, millis + " ms");
		}
	}

	@Test
	void aDelayDoesNotLimitHowMuchIsOnTheWay() throws Exception {
		proxy.roundTripTime(Duration.ofMillis(200));
		try (LineClient client = new LineClient(proxy.port())) {
			long start = System.nanoTime();
			for (int i = 0; i < 50; i++) {
				client.send("line " + i);
			}
			for (int i = 0; i < 50; i++) {
				assertEquals("line " + i, client.line());
			}
			long millis = (System.nanoTime() - start) / 1_000_000;
			assertTrue(millis < 2_000, millis + " ms for 50 pipelined lines at 200 ms");
		}
	}

	@Test
	void cutsWithAResetAfterExactlySoManyBytes() throws Exception {
		proxy.cutAfter(Direction.TO_SERVER, 7, Cut.RST);
		try (LineClient client = new LineClient(proxy.port())) {
			// The answer proves that the server has accepted: a reset before that leaves no conversation behind.
			assertEquals("one", client.ask("one"));
			client.send("two");
			assertThrows(SocketException.class, () -> {
				while (client.line() != null) {
					continue;
				}
			});
			Wait.until(() -> echo.lastTranscript().fromClient().equals(List.of("one", "tw")), SOON);
			assertEquals(7, proxy.bytes(Direction.TO_SERVER));
		}
	}

	@Test
	void cutsWithACleanEndAfterExactlySoManyBytes() throws Exception {
		proxy.cutAfter(Direction.TO_CLIENT, 7, Cut.FIN);
		try (LineClient client = new LineClient(proxy.port())) {
			client.send("one");
			client.send("two");
			assertEquals("one", client.line());
			assertEquals("tw", client.line());
			assertEquals(null, client.line());
		}
	}

	@Test
	void drips() throws Exception {
		proxy.drip(Direction.TO_CLIENT, 1, Duration.ofMillis(20));
		try (LineClient client = new LineClient(proxy.port())) {
			long start = System.nanoTime();
			assertEquals("12345", client.ask("12345"));
			assertTrue(System.nanoTime() - start >= 100_000_000L);
		}
	}

	@Test
	void aBlackHoleNeitherAnswersNorEnds() throws Exception {
		proxy.blackHole(Direction.TO_SERVER);
		try (LineClient client = new LineClient(proxy.port())) {
			client.timeout(Duration.ofMillis(300));
			client.send("one");
			assertThrows(SocketTimeoutException.class, client::line);
			assertEquals(0, proxy.bytes(Direction.TO_SERVER));
		}
	}

	@Test
	void endsTlsTowardsTheClient() throws Exception {
		TestAuthority authority = TestAuthority.create();
		try (FaultProxy ending = FaultProxy.endingTls("127.0.0.1", echo.port(), authority.server("localhost"), null);
				LineClient client = new LineClient(ending.port())) {
			client.startTls(authority.clientContext(), "localhost");
			assertEquals("secret", client.ask("secret"));
			assertEquals(8, ending.bytes(Direction.TO_SERVER));
			assertFalse(echo.lastTranscript().lines().get(0).tls());
		}
	}

	@Test
	void passesTheEndOfAConnectionOn() throws Exception {
		try (LineClient client = new LineClient(proxy.port())) {
			client.ask("one");
		}
		Wait.until(() -> proxy.openConnections() == 0, SOON);
		assertEquals(1, proxy.connections());
	}
}
