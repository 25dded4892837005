package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postkontor.net.ConnectionProblems;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.SocketLimits;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.Steps;

class NodelaySocketFactoriesTest {
	private final NetFixture net = new NetFixture();

	@AfterEach
	void stop() {
		net.close();
	}

	private static BufferedReader reader(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream()));
	}

	private static InetSocketAddress local(ScriptedServer server) {
		return new InetSocketAddress("localhost", server.port());
	}

	private String refusal(IOException failure) {
		return ConnectionProblems.of(failure, "localhost", 1).id();
	}

	@Test
	void connectsAnUnconnectedPlainSocketWithoutDelay() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().send("220 hello").expect("QUIT")); Socket socket = net.sockets().plain().createSocket()) {
			socket.setSoTimeout(3000);
			socket.connect(local(server), 2000);
			assertTrue(socket.getTcpNoDelay());
			assertTrue(socket.getKeepAlive());
			assertEquals(3000, socket.getSoTimeout());
			assertEquals("220 hello", reader(socket).readLine());
			socket.getOutputStream().write("QUIT\r\n".getBytes());
		}
	}

	@Test
	void anInfiniteReadTimeoutBecomesOurs() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().silence()); Socket socket = net.sockets().plain().createSocket()) {
			socket.setSoTimeout(0);
			socket.connect(local(server));
			assertEquals(5000, socket.getSoTimeout());
		}
	}

	@Test
	void connectsAnUnconnectedTlsSocketAsMailLibrariesDo() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().send("* OK ready").silence())) {
			ConnectionSockets sockets = net.sockets();
			try (SSLSocket socket = (SSLSocket) sockets.tls().createSocket()) {
				socket.setSoTimeout(4000);
				socket.connect(local(server), 2000);
				SSLParameters parameters = socket.getSSLParameters();
				parameters.setEndpointIdentificationAlgorithm("LDAPS");
				socket.setSSLParameters(parameters);
				socket.startHandshake();
				assertEquals("* OK ready", reader(socket).readLine());
				assertEquals(4000, socket.getSoTimeout());
				assertTrue(sockets.guard().tls().startsWith("TLSv1.3 TLS_"), sockets.guard().tls());
				assertTrue(sockets.guard().certificate().contains("localhost"), sockets.guard().certificate());
			}
		}
	}

	@Test
	void layersTlsAfterStartTls() throws Exception {
		try (ScriptedServer server = ScriptedServer.startTls(AUTHORITY.server("localhost"),
				Steps.of().send("220 hi").expect("STARTTLS").send("220 go").upgradeToTls().expect("EHLO").send("250 inside").silence())) {
			ConnectionSockets sockets = net.sockets();
			Socket plain = sockets.plain().createSocket();
			plain.connect(local(server));
			BufferedReader before = reader(plain);
			assertEquals("220 hi", before.readLine());
			plain.getOutputStream().write("STARTTLS\r\n".getBytes());
			assertEquals("220 go", before.readLine());
			try (Socket tls = sockets.tls().createSocket(plain, "localhost", server.port(), true)) {
				tls.getOutputStream().write("EHLO\r\n".getBytes());
				assertEquals("250 inside", reader(tls).readLine());
				assertEquals("220 hi\r\n220 go\r\n250 inside\r\n".length(), sockets.guard().bytesRead());
				assertEquals("STARTTLS\r\nEHLO\r\n".length(), sockets.guard().bytesWritten());
			}
		}
	}

	@Test
	void givesNoOutputBesidesTheLibraryBeforeTlsIsVerified() throws Exception {
		try (ScriptedServer server = ScriptedServer.startTls(AUTHORITY.server("localhost"),
				Steps.of().upgradeToTls().expect("by the library").expect("beside it").send("250 inside").silence())) {
			ConnectionSockets sockets = net.sockets();
			assertThrows(SocketException.class, sockets.guard()::secureOutput);
			Socket plain = sockets.plain().createSocket();
			plain.connect(local(server));
			plain.getOutputStream().flush();
			assertThrows(SocketException.class, sockets.guard()::secureOutput);
			try (Socket tls = sockets.tls().createSocket(plain, "localhost", server.port(), true)) {
				assertThrows(SocketException.class, sockets.guard()::secureOutput);
				tls.getOutputStream().write("by the library\r\n".getBytes());
				sockets.guard().secureOutput().write("beside it\r\n".getBytes());
				assertEquals("250 inside", reader(tls).readLine());
				assertEquals("by the library\r\nbeside it\r\n".length(), sockets.guard().bytesWritten());
			}
		}
	}

	@Test
	void givesNoOutputBesidesTheLibraryToAServerOfAnotherName() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.wrongHost(), Steps.of().send("* OK"))) {
			ConnectionSockets sockets = net.sockets();
			Socket socket = sockets.tls().createSocket();
			socket.connect(local(server));
			assertThrows(IOException.class, socket::getOutputStream);
			assertThrows(SocketException.class, sockets.guard()::secureOutput);
		}
	}

	@Test
	void layeredTlsChecksTheHostName() throws Exception {
		try (ScriptedServer server = ScriptedServer.startTls(AUTHORITY.wrongHost(), Steps.of().upgradeToTls())) {
			ConnectionSockets sockets = net.sockets();
			Socket plain = sockets.plain().createSocket("localhost", server.port());
			IOException failure = assertThrows(IOException.class,
					() -> sockets.tls().createSocket(plain, "localhost", server.port(), true).getOutputStream());
			assertEquals("tls.host-mismatch", refusal(failure));
		}
	}

	@Test
	void theHostNameCheckCannotBeSwitchedOff() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.wrongHost(), Steps.of().send("* OK"))) {
			SSLSocket socket = (SSLSocket) net.sockets().tls().createSocket();
			socket.connect(local(server));
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("");
			socket.setSSLParameters(parameters);
			assertEquals("tls.host-mismatch", refusal(assertThrows(IOException.class, socket::startHandshake)));
		}
	}

	@Test
	void oldProtocolVersionsCannotBeSwitchedOn() throws Exception {
		try (SSLSocket socket = (SSLSocket) net.sockets().tls().createSocket()) {
			socket.setEnabledProtocols(new String[] { "TLSv1", "TLSv1.2" });
			assertEquals(List.of("TLSv1.2"), List.of(socket.getEnabledProtocols()));
		}
	}

	@Test
	void refusesALineThatIsTooLong() throws Exception {
		byte[] line = "x".repeat(9000).getBytes();
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().sendRaw(line).silence())) {
			InputStream in = net.sockets().plain().createSocket("localhost", server.port()).getInputStream();
			assertEquals("net.line-too-long", refusal(assertThrows(IOException.class, in::readAllBytes)));
		}
	}

	@Test
	void refusesEndlessLinesInsideTls() throws Exception {
		byte[] lines = "220-more\r\n".repeat(20_000).getBytes();
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().sendRaw(lines).silence())) {
			InputStream in = net.sockets().tls().createSocket("localhost", server.port()).getInputStream();
			IOException failure = assertThrows(IOException.class, in::readAllBytes);
			assertEquals("net.too-much", refusal(failure));
			assertEquals(ProblemKind.SERVER, ConnectionProblems.of(failure, "localhost", 1).kind());
		}
	}

	@Test
	void readsAsMuchAsNeededOnceAuthenticated() throws Exception {
		byte[] mail = ("x".repeat(1 << 20) + "\r\n").getBytes();
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().sendRaw(mail))) {
			ConnectionSockets sockets = net.sockets();
			Socket socket = sockets.tls().createSocket("localhost", server.port());
			sockets.guard().authenticated();
			assertEquals(mail.length, socket.getInputStream().readAllBytes().length);
			assertEquals(mail.length, sockets.guard().bytesRead());
		}
	}

	@Test
	void halfALineAtTheEndIsALostConnection() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().sendRaw("250 o".getBytes()))) {
			InputStream in = net.sockets().plain().createSocket("localhost", server.port()).getInputStream();
			assertEquals("net.closed", refusal(assertThrows(IOException.class, in::readAllBytes)));
		}
	}

	@Test
	void aSecondPlainConnectionIsCappedAgain() throws Exception {
		byte[] line = "x".repeat(9000).getBytes();
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().sendRaw(line).silence())) {
			ConnectionSockets sockets = net.sockets();
			sockets.plain().createSocket("localhost", server.port()).close();
			sockets.guard().authenticated();
			InputStream in = sockets.plain().createSocket("localhost", server.port()).getInputStream();
			assertEquals("net.line-too-long", refusal(assertThrows(IOException.class, in::readAllBytes)));
		}
	}

	@Test
	void isAbortedFromAnotherThreadWhileItReads() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().silence())) {
			ConnectionSockets sockets = net.sockets();
			InputStream in = sockets.tls().createSocket("localhost", server.port()).getInputStream();
			AtomicReference<Throwable> failure = new AtomicReference<>();
			Thread reader = Thread.ofPlatform().start(() -> failure.set(assertThrows(IOException.class, in::read)));
			Wait.until(() -> reader.getState() != Thread.State.NEW, NetFixture.SOON);
			sockets.guard().abort();
			Wait.until("reader ends", () -> !reader.isAlive(), Duration.ofSeconds(10));
			assertTrue(failure.get() instanceof IOException);
		}
	}

	@Test
	void anAbortedConnectionOpensNoFurtherSocket() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().silence())) {
			ConnectionSockets sockets = net.sockets();
			sockets.guard().abort();
			IOException failure = assertThrows(IOException.class, () -> sockets.plain().createSocket("localhost", server.port()));
			assertEquals(ProblemKind.CANCELLED, ConnectionProblems.of(failure, "localhost", 1).kind());
			assertEquals(0, server.connections());
		}
	}

	@Test
	void triesTheNextAddressWhenOneIsDead() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("mail.example.test"), Steps.of().send("* OK").silence())) {
			List<InetAddress> addresses = List.of(InetAddress.getByAddress(new byte[] { 127, 9, 9, 9 }), InetAddress.getLoopbackAddress());
			ConnectionSockets sockets = new NodelaySocketFactories(net.policy, (host, limit) -> addresses)
					.forConnection(new SocketLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1000, 1000));
			Socket socket = sockets.tls().createSocket("mail.example.test", server.port());
			assertEquals("* OK", reader(socket).readLine());
		}
	}

	@Test
	void namesARefusedConnectionAfterAllAddresses() throws Exception {
		IOException failure = assertThrows(IOException.class, () -> net.sockets().plain().createSocket("localhost", 1));
		assertEquals("net.refused", refusal(failure));
	}

	@Test
	void namesAnUnknownHost() {
		IOException failure = assertThrows(IOException.class, () -> net.sockets().plain().createSocket("nobody.invalid", 25));
		assertEquals("net.unknown-host", refusal(failure));
	}

	@Test
	void namesAReadThatTookTooLong() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().silence())) {
			ConnectionSockets sockets = net.sockets(new SocketLimits(Duration.ofSeconds(2), Duration.ofMillis(200), 1000, 1000));
			InputStream in = sockets.plain().createSocket("localhost", server.port()).getInputStream();
			assertEquals("net.timeout", refusal(assertThrows(IOException.class, in::read)));
		}
	}
}
