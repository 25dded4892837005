package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.auth.Secret;
import org.postkontor.auth.loopback.LoopbackReceiver;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.Wait;

/** Other programs and pages reach the port before the browser does: they are bounded, and the real answer wins. */
class LoopbackAttackTest {
	private static final String STATE = "the-right-state";
	private static final Duration LIMIT = Duration.ofSeconds(20);
	/** More than the receiver holds at once. */
	private static final int CROWD = 300;
	private static final int MOST_HELD = 64;
	private final List<Socket> crowd = new ArrayList<>();
	private LoopbackReceiver receiver;
	private int port;

	@BeforeEach
	void open() throws ProblemException {
		receiver = LoopbackReceiver.open("127.0.0.1", "/", Secret.of(STATE), Locale.GERMAN);
		port = receiver.redirectUri().getPort();
	}

	@AfterEach
	void close() throws IOException {
		receiver.close();
		for (Socket socket : crowd) {
			socket.close();
		}
	}

	@Test
	void aFloodOfGuessesIsAnsweredAndTheRealAnswerWins() throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger guesses = new AtomicInteger();
		Set<String> answers = ConcurrentHashMap.newKeySet();
		List<Thread> attackers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			attackers.add(Thread.ofVirtual().start(() -> {
				while (!over.get()) {
					answers.add(status(request("/?code=forged&state=guess" + guesses.incrementAndGet())));
				}
			}));
		}
		Wait.until("guesses come in", () -> guesses.get() > 500, LIMIT);
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		over.set(true);
		for (Thread attacker : attackers) {
			attacker.join(LIMIT);
		}
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
		assertEquals(Set.of("HTTP/1.1 400"), answers);
	}

	@Test
	void manyWhoSayNothingMakeRoomForTheBrowser() throws Exception {
		for (int i = 0; i < CROWD; i++) {
			crowd.add(new Socket("127.0.0.1", port));
		}
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
		Wait.until("no more than so many are held", () -> held() <= MOST_HELD, LIMIT);
	}

	@Test
	void manyWhoDripMakeRoomForTheBrowser() throws Exception {
		for (int i = 0; i < CROWD; i++) {
			Socket socket = new Socket("127.0.0.1", port);
			socket.getOutputStream().write(("GET /?code=forged&state=guess" + i).getBytes(StandardCharsets.US_ASCII));
			crowd.add(socket);
		}
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
		Wait.until("no more than so many are held", () -> held() <= MOST_HELD, LIMIT);
	}

	@Test
	void manyWhoAnnounceLargeFormsMakeRoomForTheBrowser() throws Exception {
		for (int i = 0; i < CROWD; i++) {
			Socket socket = new Socket("127.0.0.1", port);
			socket.getOutputStream().write(("POST / HTTP/1.1\r\nHost: 127.0.0.1:" + port
					+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 65536\r\n\r\ncode=").getBytes(StandardCharsets.US_ASCII));
			crowd.add(socket);
		}
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
	}

	@Test
	void endlessLinesAreCutOffOneAfterTheOther() throws Exception {
		for (int i = 0; i < 100; i++) {
			assertTrue(Set.of("HTTP/1.1 431", "reset").contains(status("GET /?" + "a".repeat(100_000))));
			assertTrue(Set.of("HTTP/1.1 431", "reset").contains(status("GET / HTTP/1.1\r\n" + "X-A: b\r\n".repeat(20_000))));
		}
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
	}

	@Test
	void somebodyWhoForgesARefusalDoesNotEndTheSignIn() throws Exception {
		assertEquals("HTTP/1.1 400", status(request("/?error=access_denied&state=guess")));
		assertEquals("HTTP/1.1 400", status(request("/?error=access_denied")));
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
	}

	@Test
	void aBrowserThatIsClosedWhileItAsksDoesNotEndTheWait() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.getOutputStream().write("GET /?code=half&st".getBytes(StandardCharsets.US_ASCII));
		}
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoLinger(true, 0); // gone with a reset
			socket.getOutputStream().write(request("/?code=guess&state=wrong").getBytes(StandardCharsets.US_ASCII));
		}
		assertEquals("HTTP/1.1 200", status(request("/?code=real&state=" + STATE)));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
	}

	@Test
	void theSameAnswerOnceMoreIsTooLateAndAfterTheSignInNobodyIsThere() throws Exception {
		String redirect = request("/?code=real&state=" + STATE);
		assertEquals("HTTP/1.1 200", status(redirect));
		assertEquals("HTTP/1.1 410", status(redirect));
		assertEquals("real", receiver.await(LIMIT, null).get("code"));
		receiver.close();
		Wait.until("the port is closed", () -> status(redirect).equals("reset"), LIMIT);
	}

	@Test
	void aReceiverOnIPv6IsReachedThere() throws Exception {
		LoopbackReceiver opened;
		try {
			opened = LoopbackReceiver.open("::1", "/", Secret.of(STATE), Locale.GERMAN);
		} catch (ProblemException e) { // no IPv6 here, and that is said
			assertEquals("auth.loopback-port", e.problem().id());
			return;
		}
		try (LoopbackReceiver v6 = opened; Socket browser = new Socket("::1", v6.redirectUri().getPort())) {
			assertEquals("http://[::1]:" + v6.redirectUri().getPort() + "/", v6.redirectUri().toString());
			browser.getOutputStream().write(("GET /?code=real&state=" + STATE + " HTTP/1.1\r\nHost: " + v6.redirectUri().getRawAuthority() + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertEquals("real", v6.await(LIMIT, null).get("code"));
			assertThrows(IOException.class, () -> new Socket("127.0.0.1", v6.redirectUri().getPort()).close());
		}
	}

	private String request(String target) {
		return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
	}

	/** Asks once, as a browser does, and never again. */
	private String status(String request) {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout((int) LIMIT.toMillis());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return answer.substring(0, Math.min(12, answer.length()));
		} catch (IOException e) {
			return "reset";
		}
	}

	/** How many of the crowd still have their place. */
	private long held() throws IOException {
		long held = 0;
		for (Socket socket : crowd) {
			socket.setSoTimeout(1);
			try {
				held += socket.getInputStream().read() >= 0 ? 1 : 0;
			} catch (SocketTimeoutException e) {
				held++;
			} catch (SocketException e) {
				continue; // reset
			}
		}
		return held;
	}
}
