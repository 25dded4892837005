package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postkontor.net.HttpBody;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpUploads;
import org.postkontor.net.Trust;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.Steps;

@Timeout(60)
class HttpUploadTest {
	private final NetFixture net = new NetFixture();
	private final HttpUploads uploads = new JdkHttpService(net.policy, net.timer, ProxySource.DIRECT);

	@AfterEach
	void close() {
		net.close();
	}

	/** Writes itself as a test wants. */
	private interface Writing {
		void to(OutputStream out) throws IOException;
	}

	private static HttpBody body(long length, Writing writing) {
		return new HttpBody() {
			@Override
			public long length() {
				return length;
			}

			@Override
			public void writeTo(OutputStream out) throws IOException {
				writing.to(out);
			}
		};
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static HttpCall call(String url) {
		return new HttpCall("POST", URI.create(url), Map.of("Content-Type", "text/plain"), new byte[0], Duration.ofSeconds(30), 1000, HttpCall.Redirects.HTTPS,
				Trust.OFFICE);
	}

	private static HttpCall quick(int port) {
		return call("https://localhost:" + port + "/").limits(Duration.ofMillis(300), 1000);
	}

	private HttpPeer peer() throws IOException {
		return HttpPeer.https(NetFixture.AUTHORITY.server("localhost"));
	}

	@Test
	void sendsThePiecesInOrderWrittenByTheCaller() throws Exception {
		try (HttpPeer peer = peer().route("/up", HttpAnswer.of(202, "text/plain", ""))) {
			AtomicReference<Thread> writer = new AtomicReference<>();
			HttpReply reply = uploads.send(call(peer.url("/up")), body(9, out -> {
				writer.set(Thread.currentThread());
				out.write(ascii("one"));
				out.write(ascii("two"));
				out.write(ascii("end"));
			}), null);
			assertEquals(202, reply.status());
			assertEquals("onetwoend", peer.requests().get(0).body());
			assertEquals("9", peer.requests().get(0).header("content-length"));
			assertSame(Thread.currentThread(), writer.get());
			assertTrue(reply.tls().startsWith("TLSv1."), reply.tls());
		}
	}

	@Test
	void aLargeBodyWaitsForTheConnectionInsteadOfFillingTheMemory() throws Exception {
		byte[] piece = new byte[1 << 16];
		long pieces = 400;
		try (HttpPeer peer = peer().route("/up", seen -> HttpAnswer.of(200, "text/plain", String.valueOf(seen.body().length())))) {
			HttpReply reply = uploads.send(call(peer.url("/up")), body(pieces * piece.length, out -> {
				for (int i = 0; i < pieces; i++) {
					out.write(piece);
				}
			}), null);
			assertEquals(String.valueOf(pieces * piece.length), reply.text());
		}
	}

	@Test
	void whatIsNotWrittenNeverLeavesAndTheServerSeesNoCompleteRequest() throws Exception {
		IOException stopped = new IOException("stopped before the end");
		try (HttpPeer peer = peer().route("/up", HttpAnswer.of(202, "text/plain", ""))) {
			IOException thrown = assertThrows(IOException.class, () -> uploads.send(call(peer.url("/up")), body(6, out -> {
				out.write(ascii("first"));
				throw stopped;
			}), null));
			assertSame(stopped, thrown);
			uploads.send(call(peer.url("/up")), body(1, out -> out.write('x')), null);
			assertEquals(1, peer.requests().stream().filter(request -> request.body().equals("x")).count());
			assertEquals(0, peer.requests().stream().filter(request -> request.body().startsWith("first")).count());
		}
	}

	@Test
	void aRedirectIsAnAnswerAndNothingIsSentThere() throws Exception {
		try (HttpPeer peer = peer()) {
			peer.route("/up", HttpAnswer.redirect(307, peer.url("/other")));
			AtomicInteger written = new AtomicInteger();
			HttpReply reply = uploads.send(call(peer.url("/up")), body(1, out -> out.write(written.incrementAndGet())), null);
			assertEquals(307, reply.status());
			assertEquals(1, written.get());
			assertEquals(1, peer.requests().size());
		}
	}

	@Test
	void aConnectionThatIsCutInTheMiddleIsANetworkProblemAndEndsTheWriting() throws Exception {
		byte[] piece = new byte[1 << 16];
		try (ScriptedServer server = ScriptedServer.tls(NetFixture.AUTHORITY.server("localhost"), Steps.of().readUntil("").reset())) {
			assertEquals(ProblemKind.NETWORK, NetFixture.problem(() -> uploads.send(call("https://localhost:" + server.port() + "/"), body(1L << 40, out -> {
				while (true) {
					out.write(piece);
				}
			}), null)).kind());
			assertEquals(1, server.connections(), "never repeated");
		}
	}

	@Test
	void aServerThatStopsReadingMeetsTheTimeOut() throws Exception {
		byte[] piece = new byte[1 << 16];
		CountDownLatch over = new CountDownLatch(1);
		try (ScriptedServer server = ScriptedServer.tls(NetFixture.AUTHORITY.server("localhost"), Steps.of().readUntil("").then(c -> await(over)))) {
			assertEquals(ProblemKind.TIMEOUT, NetFixture.problem(() -> uploads.send(quick(server.port()), body(1L << 40, out -> {
				while (true) {
					out.write(piece);
				}
			}), null)).kind());
		} finally {
			over.countDown();
		}
	}

	@Test
	void aServerThatNeverAnswersMeetsTheTimeOut() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(NetFixture.AUTHORITY.server("localhost"), Steps.of().silence())) {
			assertEquals(ProblemKind.TIMEOUT, NetFixture.problem(() -> uploads.send(quick(server.port()), body(1, out -> out.write('x')), null)).kind());
		}
	}

	@Test
	void theUserMayCancelWhileTheBodyIsWritten() throws Exception {
		byte[] piece = new byte[1 << 16];
		NullProgressMonitor monitor = new NullProgressMonitor();
		CountDownLatch over = new CountDownLatch(1);
		try (ScriptedServer server = ScriptedServer.tls(NetFixture.AUTHORITY.server("localhost"), Steps.of().readUntil("").then(c -> await(over)))) {
			Thread.ofVirtual().start(() -> {
				Wait.until(() -> server.connections() == 1, NetFixture.SOON);
				monitor.setCanceled(true);
			});
			assertEquals(ProblemKind.CANCELLED, NetFixture.problem(() -> uploads.send(call("https://localhost:" + server.port() + "/"), body(1L << 40, out -> {
				while (true) {
					out.write(piece);
				}
			}), monitor)).kind());
		} finally {
			over.countDown();
		}
	}

	@Test
	void nothingIsWrittenToAServerThatIsNotTrusted() throws Exception {
		AtomicInteger written = new AtomicInteger();
		try (HttpPeer peer = HttpPeer.https(org.postkontor.testkit.TestAuthority.create().server("localhost"))) {
			assertEquals(ProblemKind.CERTIFICATE, NetFixture.problem(() -> uploads.send(call(peer.url("/")), body(1, out -> {
				out.write('x');
				written.incrementAndGet();
			}), null)).kind());
			assertEquals(0, written.get());
		}
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			latch.await(30, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}
}
