package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.Trust;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.HttpSeen;

class JdkHttpServiceTest {
	private final NetFixture net = new NetFixture();
	private HttpPeer peer;

	@BeforeEach
	void start() throws IOException {
		peer = HttpPeer.https(AUTHORITY.server("localhost"));
	}

	@AfterEach
	void stop() {
		peer.close();
		net.close();
	}

	private HttpCall get(String path) {
		return HttpCall.get(URI.create(peer.url(path)), Trust.OFFICE);
	}

	@Test
	void fetchesOverTlsOfTheOfficeAuthority() throws Exception {
		peer.route("/a", HttpAnswer.json(200, "{}"));
		HttpReply reply = net.http().send(get("/a"), null);
		assertEquals(200, reply.status());
		assertEquals("{}", reply.text());
		assertEquals("application/json", reply.header("Content-Type").orElseThrow());
	}

	@Test
	void anErrorStatusIsAnAnswer() throws Exception {
		assertEquals(404, net.http().send(get("/missing"), null).status());
	}

	@Test
	void postsAFormWithoutOriginHeader() throws Exception {
		peer.route("/token", HttpAnswer.json(400, "{\"error\":\"invalid_grant\"}"));
		HttpCall call = HttpCall.post(URI.create(peer.url("/token")), "grant_type=x", Trust.OFFICE).header("Origin", "https://evil.example.test");
		assertEquals(400, net.http().send(call, null).status());
		HttpSeen seen = peer.requests().get(0);
		assertEquals("grant_type=x", seen.body());
		assertEquals("application/x-www-form-urlencoded", seen.header("content-type"));
		assertEquals("", seen.header("origin"));
		assertEquals("", seen.header("cookie"));
	}

	@Test
	void doesNotTrustTheOfficeForPublicServers() {
		Problem problem = problem(() -> net.http().send(HttpCall.get(URI.create(peer.url("/")), Trust.PUBLIC), null));
		assertEquals("tls.untrusted", problem.id());
		assertEquals(ProblemKind.CERTIFICATE, problem.kind());
		assertTrue(peer.requests().isEmpty());
	}

	@Test
	void refusesPlainHttpToANameEvenOfThisComputer() {
		assertEquals("net.plain-http", problem(() -> net.http().send(HttpCall.get(URI.create("http://localhost:1/"), Trust.OFFICE), null)).id());
		assertEquals(ProblemKind.INPUT, problem(() -> net.http().send(HttpCall.get(URI.create("http://example.test/"), Trust.OFFICE), null)).kind());
	}

	@Test
	void acceptsPlainHttpToALoopbackLiteral() throws Exception {
		try (HttpPeer plain = HttpPeer.http()) {
			plain.route("/x", HttpAnswer.of(200, "text/plain", "here"));
			URI uri = URI.create("http://127.0.0.1:" + plain.port() + "/x");
			assertEquals("here", net.http().send(HttpCall.get(uri, Trust.PUBLIC), null).text());
		}
	}

	@Test
	void readsABodyOfExactlyTheAllowedSize() throws Exception {
		peer.route("/big", HttpAnswer.of(200, "text/plain", "x".repeat(1000)));
		assertEquals(1000, net.http().send(get("/big").limits(Duration.ofSeconds(5), 1000), null).body().length);
	}

	@Test
	void stopsReadingABodyThatIsTooLarge() {
		peer.route("/endless", HttpAnswer.of(200, "text/plain", "x".repeat(1 << 16)).repeated(1 << 15));
		Problem problem = problem(() -> net.http().send(get("/endless").limits(Duration.ofSeconds(20), 1 << 20), null));
		assertEquals("net.too-large", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
	}

	@Test
	void endsTheWholeExchangeAfterItsTimeout() {
		peer.route("/drip", HttpAnswer.of(200, "text/plain", "x".repeat(1000)).dripping(1, Duration.ofMillis(100)));
		Problem problem = problem(() -> net.http().send(get("/drip").limits(Duration.ofMillis(600), 5000), null));
		assertEquals("net.timeout", problem.id());
		assertEquals(ProblemKind.TIMEOUT, problem.kind());
	}

	@Test
	void isCancelledWhileTheServerIsSilent() {
		peer.route("/slow", HttpAnswer.of(200, "text/plain", "x").delayed(Duration.ofSeconds(20)));
		NullProgressMonitor monitor = new NullProgressMonitor();
		AtomicReference<Problem> problem = new AtomicReference<>();
		Thread caller = Thread.ofVirtual().start(() -> problem.set(problem(() -> net.http().send(get("/slow"), monitor))));
		Wait.until(() -> !peer.requests().isEmpty(), NetFixture.SOON);
		monitor.setCanceled(true);
		Wait.until("cancelled", () -> !caller.isAlive(), Duration.ofSeconds(10));
		assertEquals(ProblemKind.CANCELLED, problem.get().kind());
	}

	@Test
	void sendsNothingWhenItIsCancelledBefore() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertEquals(ProblemKind.CANCELLED, problem(() -> net.http().send(get("/a"), monitor)).kind());
	}

	@Test
	void namesAnUnknownHost() {
		Problem problem = problem(() -> net.http().send(HttpCall.get(URI.create("https://nobody.invalid/"), Trust.OFFICE), null));
		assertEquals("net.unknown-host", problem.id());
		assertEquals("nobody.invalid", problem.values().get("host"));
	}

	@Test
	void namesARefusedConnection() throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		assertEquals("net.refused", problem(() -> net.http().send(HttpCall.get(URI.create("https://127.0.0.1:" + port), Trust.OFFICE), null)).id());
	}

	@Test
	void namesAConnectionThatTheServerClosed() {
		peer.route("/gone", HttpAnswer.noAnswer());
		assertEquals(ProblemKind.NETWORK, problem(() -> net.http().send(get("/gone"), null)).kind());
	}

	@Test
	void neverRepeatsAPostByItself() {
		peer.route("/token", HttpAnswer.noAnswer());
		problem(() -> net.http().send(HttpCall.post(URI.create(peer.url("/token")), "a=b", Trust.OFFICE), null));
		assertEquals(1, peer.requests().size());
	}

	@Test
	void showsNeitherPathNorQueryNorBodyInTexts() {
		HttpCall call = HttpCall.post(URI.create("https://login.example.test/secret-path?code=secret"), "token=secret", Trust.PUBLIC)
				.header("Authorization", "Bearer secret");
		assertFalse(call.toString().contains("secret"), call.toString());
	}
}
