package org.postkontor.testkit.tests.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

class HttpPeerTest {

	private final TestAuthority authority = TestAuthority.create();

	@Test
	void answersByPathOverTlsAndRecordsTheRequest() throws Exception {
		try (HttpPeer peer = HttpPeer.https(authority.server("localhost"))) {
			peer.route("/here", HttpAnswer.json(201, "{}").withHeader("X-Test", "yes"));
			HttpResponse<String> answer = post(peer.url("/here?q=1"), "body");
			assertEquals(201, answer.statusCode());
			assertEquals("yes", answer.headers().firstValue("X-Test").orElseThrow());
			assertEquals("q=1", peer.requests().get(0).query());
			assertEquals("body", peer.requests().get(0).body());
			assertEquals(404, post(peer.url("/elsewhere"), "").statusCode());
		}
	}

	@Test
	void dripsDelaysAndHangsUp() throws Exception {
		try (HttpPeer peer = HttpPeer.http()) {
			peer.route("/slow", HttpAnswer.of(200, "text/plain", "12345").delayed(Duration.ofMillis(50)).dripping(1,
					Duration.ofMillis(20)));
			peer.route("/gone", HttpAnswer.noAnswer());
			long start = System.nanoTime();
			assertEquals("12345", post(peer.url("/slow"), "").body());
			assertTrue(System.nanoTime() - start >= 130_000_000);
			assertThrows(IOException.class, () -> post(peer.url("/gone"), ""));
		}
	}

	@Test
	void sendsMoreThanItHolds() throws Exception {
		try (HttpPeer peer = HttpPeer.http()) {
			peer.route("/big", HttpAnswer.of(200, "text/plain", "x".repeat(1000)).repeated(5000));
			assertEquals(5_000_000, post(peer.url("/big"), "").body().length());
		}
	}

	private HttpResponse<String> post(String url, String body) throws Exception {
		try (HttpClient http = HttpClient.newBuilder().sslContext(authority.clientContext()).build()) {
			return http.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20))
					.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
		}
	}
}
