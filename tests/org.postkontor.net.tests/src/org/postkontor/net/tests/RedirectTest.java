package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.Trust;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

class RedirectTest {
	private final NetFixture net = new NetFixture();
	private HttpPeer peer;
	private HttpPeer other;

	@BeforeEach
	void start() throws IOException {
		peer = HttpPeer.https(AUTHORITY.server("localhost"));
		other = HttpPeer.https(AUTHORITY.server("localhost", "127.0.0.1"));
	}

	@AfterEach
	void stop() {
		peer.close();
		other.close();
		net.close();
	}

	private HttpCall get(String path) {
		return HttpCall.get(URI.create(peer.url(path)), Trust.OFFICE);
	}

	@Test
	void followsThreeRedirectsAndRemembersThem() throws Exception {
		peer.route("/0", HttpAnswer.redirect(302, "/1")).route("/1", HttpAnswer.redirect(301, "2"))
				.route("/2", HttpAnswer.redirect(307, peer.url("/3"))).route("/3", HttpAnswer.of(200, "text/plain", "end"));
		HttpReply reply = net.http().send(get("/0"), null);
		assertEquals("end", reply.text());
		assertEquals(List.of("/0", "/1", "/2", "/3"), reply.hops().stream().map(URI::getPath).toList());
	}

	@Test
	void refusesTheFourthRedirect() {
		peer.route("/loop", HttpAnswer.redirect(302, "/loop"));
		Problem problem = problem(() -> net.http().send(get("/loop"), null));
		assertEquals("net.redirect", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
		assertEquals(4, peer.requests().size());
	}

	@Test
	void refusesARedirectToPlainHttp() throws Exception {
		try (HttpPeer plain = HttpPeer.http()) {
			peer.route("/down", HttpAnswer.redirect(302, "http://127.0.0.1:" + plain.port() + "/"));
			assertEquals("net.redirect", problem(() -> net.http().send(get("/down"), null)).id());
			assertTrue(plain.requests().isEmpty());
		}
	}

	@Test
	void refusesARedirectWithAUserName() {
		peer.route("/user", HttpAnswer.redirect(302, "https://name:pass@localhost:" + other.port() + "/"));
		assertEquals("net.redirect", problem(() -> net.http().send(get("/user"), null)).id());
	}

	@Test
	void keepsCredentialsFromAnotherHost() throws Exception {
		peer.route("/away", HttpAnswer.redirect(302, other.url("/there")));
		other.route("/there", HttpAnswer.of(200, "text/plain", "there"));
		net.http().send(get("/away").header("Authorization", "Bearer t").header("X-Api-Key", "k").header("Accept", "text/plain"), null);
		assertEquals("", other.requests().get(0).header("authorization"));
		assertEquals("", other.requests().get(0).header("x-api-key"));
		assertEquals("text/plain", other.requests().get(0).header("accept"));
	}

	@Test
	void keepsHeadersForTheSameHost() throws Exception {
		peer.route("/from", HttpAnswer.redirect(302, "/to")).route("/to", HttpAnswer.of(200, "text/plain", ""));
		net.http().send(get("/from").header("Authorization", "Bearer t"), null);
		assertEquals("Bearer t", peer.requests().get(1).header("authorization"));
	}

	@Test
	void neverSendsAFormToAnotherHost() {
		peer.route("/form", HttpAnswer.redirect(307, other.url("/form")));
		HttpCall post = new HttpCall("POST", URI.create(peer.url("/form")), java.util.Map.of(), "code=1".getBytes(), java.time.Duration.ofSeconds(5),
				1000, HttpCall.Redirects.HTTPS, Trust.OFFICE);
		assertEquals("net.redirect", problem(() -> net.http().send(post, null)).id());
		assertTrue(other.requests().isEmpty());
	}

	@Test
	void returnsTheRedirectWhenNoneAreToBeFollowed() throws Exception {
		peer.route("/token", HttpAnswer.redirect(302, other.url("/")));
		assertEquals(302, net.http().send(HttpCall.post(URI.create(peer.url("/token")), "a=b", Trust.OFFICE), null).status());
		assertTrue(other.requests().isEmpty());
	}
}
