package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

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
		}, ProxySource.DIRECT);
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
	@CsvSource(delimiter = '|', value = { "200|120", "429|0", "429|-5", "429|soon", "503|Mon, 02 Nov 2026 08:00:00 GMT" })
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
