package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.Trust;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.ScriptedServer;

class RetryAfterTest {
	private final NetFixture net = new NetFixture();
	private final FakeClock clock = new FakeClock();
	private HttpPeer peer;
	private HttpService http;

	@BeforeEach
	void start() throws IOException {
		peer = HttpPeer.https(AUTHORITY.server("localhost")).route("/other", HttpAnswer.json(200, "{}"));
		http = new JdkHttpService(net.policy, (delay, action) -> {
			AutoCloseable timer = clock.schedule(delay, action);
			return () -> {
				try {
					timer.close();
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			};
		}, ProxySource.DIRECT, clock);
	}

	@AfterEach
	void stop() {
		peer.close();
		net.close();
	}

	private HttpReply get(String path) throws Exception {
		return http.send(HttpCall.get(URI.create(peer.url(path)), Trust.OFFICE), null);
	}

	private void busy(int status, String retryAfter) throws Exception {
		peer.route("/token", HttpAnswer.json(status, "{}").withHeader("Retry-After", retryAfter));
		assertEquals(status, get("/token").status());
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void aPlaceThatAsksToWaitIsLeftAloneForThatTime(int status) throws Exception {
		busy(status, "120");
		Problem problem = problem(() -> get("/token?again"));
		assertEquals("net.throttled", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
		assertEquals("120", problem.values().get("seconds"));
		assertEquals(1, peer.requests().size());
		clock.advance(Duration.ofSeconds(121));
		get("/token");
		assertEquals(2, peer.requests().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Date: Wed, 11 Nov 2026 10:00:00 GMT|Wed, 11 Nov 2026 10:02:00 GMT", "X-None: 1|Mon, 02 Nov 2026 08:02:00 GMT" })
	void aDateIsReadByTheClockOfTheServerElseByOurOwn(String serverTime, String later) throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), conversation -> {
			while (!conversation.requireLine().isEmpty()) {
				continue;
			}
			conversation.send("HTTP/1.1 503 Busy\r\n" + serverTime + "\r\nRetry-After: " + later + "\r\nContent-Length: 0\r\n");
		})) {
			HttpCall call = HttpCall.get(URI.create("https://localhost:" + server.port() + "/token"), Trust.OFFICE);
			assertEquals(503, http.send(call, null).status());
			assertEquals("120", problem(() -> http.send(call, null)).values().get("seconds"));
			clock.advance(Duration.ofSeconds(121));
			assertEquals(503, http.send(call, null).status());
			assertEquals(2, server.connections());
		}
	}

	@Test
	void aDateFarAwayLocksNobodyOutForLongerThanAnHour() throws Exception {
		busy(429, "Fri, 31 Dec 9999 23:59:59 GMT");
		assertEquals("3600", problem(() -> get("/token")).values().get("seconds"));
		clock.advance(Duration.ofMinutes(61));
		assertEquals(429, get("/token").status());
	}

	@Test
	void ofTwoAnswersAtOnceTheLongerTimeCounts() throws Exception {
		CountDownLatch bothAsked = new CountDownLatch(2);
		CountDownLatch longNoted = new CountDownLatch(1);
		peer.route("/token", request -> {
			bothAsked.countDown();
			boolean isLong = request.query().equals("long");
			await(bothAsked);
			await(isLong ? bothAsked : longNoted);
			return HttpAnswer.json(429, "{}").withHeader("Retry-After", isLong ? "600" : "30");
		});
		FutureTask<HttpReply> longer = start("/token?long");
		FutureTask<HttpReply> shorter = start("/token?short");
		assertEquals(429, longer.get(20, TimeUnit.SECONDS).status());
		longNoted.countDown();
		assertEquals(429, shorter.get(20, TimeUnit.SECONDS).status());
		assertEquals("600", problem(() -> get("/token")).values().get("seconds"));
		clock.advance(Duration.ofSeconds(31));
		assertEquals("net.throttled", problem(() -> get("/token")).id());
		clock.advance(Duration.ofSeconds(570));
		assertEquals(429, get("/token?short").status());
		assertEquals(3, peer.requests().size());
	}

	private FutureTask<HttpReply> start(String path) {
		FutureTask<HttpReply> task = new FutureTask<>(() -> get(path));
		Thread.ofVirtual().start(task);
		return task;
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(20, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void otherPlacesOfTheServerAreNotConcerned() throws Exception {
		busy(429, "120");
		assertEquals(200, get("/other").status());
	}

	@Test
	void nobodyIsLockedOutForLongerThanAnHour() throws Exception {
		busy(429, "999999999");
		clock.advance(Duration.ofMinutes(61));
		assertEquals(429, get("/token").status());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "200|120", "429|0", "429|-5", "429|soon", "503|Mon, 02 Nov 2026 08:00:00 GMT", "503|Mon, 02 Nov 2026", "429|Mon, 02 Nov 2026 07:00:00 GMT" })
	void whatIsNoWaitingTimeIsIgnored(int status, String retryAfter) throws Exception {
		busy(status, retryAfter);
		assertEquals(status, get("/token").status());
	}

	@Test
	void theTimeOfTheServerIsRead() throws Exception {
		Instant date = get("/other").date().orElseThrow();
		assertTrue(Duration.between(date, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0, date.toString());
	}
}
