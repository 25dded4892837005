package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.net.tests.NetFixture.AUTHORITY;
import static org.postkontor.net.tests.NetFixture.problem;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.net.ConnectionProblems;
import org.postkontor.net.HttpCall;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.SocketFactories.ConnectionSockets;
import org.postkontor.net.Trust;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.Steps;

class TlsVerdictTest {
	private final NetFixture net = new NetFixture();

	@AfterEach
	void stop() {
		net.close();
	}

	static Stream<Arguments> badServers() {
		return Stream.of(Arguments.of(AUTHORITY.selfSigned("localhost"), "tls.untrusted"), Arguments.of(AUTHORITY.wrongHost(), "tls.host-mismatch"),
				Arguments.of(AUTHORITY.expired("localhost"), "tls.expired"), Arguments.of(AUTHORITY.notYetValid("localhost"), "tls.not-yet-valid"));
	}

	@ParameterizedTest
	@MethodSource("badServers")
	void case60HttpRefusesABadCertificateByItsReason(ServerIdentity identity, String id) throws Exception {
		try (HttpPeer peer = HttpPeer.https(identity)) {
			Problem problem = problem(() -> net.http().send(HttpCall.get(URI.create(peer.url("/")), Trust.OFFICE), null));
			assertEquals(id, problem.id());
			assertEquals(ProblemKind.CERTIFICATE, problem.kind());
			assertTrue(peer.requests().isEmpty());
		}
	}

	@ParameterizedTest
	@MethodSource("badServers")
	void case60MailSocketsRefuseABadCertificateByItsReason(ServerIdentity identity, String id) throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(identity, Steps.of().send("* OK"))) {
			ConnectionSockets sockets = net.sockets();
			IOException failure = assertThrows(IOException.class, () -> sockets.tls().createSocket("localhost", server.port()).getInputStream());
			Problem problem = ConnectionProblems.of(failure, "localhost", server.port());
			assertEquals(id, problem.id());
			assertEquals("", sockets.guard().tls());
			assertTrue(problem.details().get("notAfter").startsWith("20"), problem.toString());
		}
	}

	@Test
	void httpNamesAServerWithoutTls() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().send("220 mail.example.test ESMTP").silence())) {
			Problem problem = problem(() -> net.http().send(HttpCall.get(URI.create("https://localhost:" + server.port()), Trust.OFFICE), null));
			assertEquals("tls.none", problem.id());
		}
	}

	@Test
	void mailSocketsNameAServerWithoutTls() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().send("220 mail.example.test ESMTP").silence())) {
			IOException failure = assertThrows(IOException.class,
					() -> net.sockets().tls().createSocket("localhost", server.port()).getInputStream());
			assertEquals("tls.none", ConnectionProblems.of(failure, "localhost", server.port()).id());
		}
	}

	@Test
	void offersTlsFromVersionTwelveOnly() {
		assertArrayEquals(new String[] { "TLSv1.3", "TLSv1.2" }, net.policy.parameters("HTTPS").getProtocols());
		assertEquals("LDAPS", net.policy.parameters("LDAPS").getEndpointIdentificationAlgorithm());
	}

	@Test
	void anAuthorityThatComesLaterCounts() throws Exception {
		net.policy.removeOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		try (HttpPeer peer = HttpPeer.https(AUTHORITY.server("localhost"))) {
			HttpCall call = HttpCall.get(URI.create(peer.url("/")), Trust.OFFICE);
			assertEquals("tls.untrusted", problem(() -> net.http().send(call, null)).id());
			net.policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
			assertEquals(404, net.http().send(call, null).status());
		}
	}

	@Test
	void case60AServerWithOutdatedTlsOnlyIsNamed() throws Exception {
		byte[] protocolVersionAlert = { 0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46 };
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().sendRaw(protocolVersionAlert).silence())) {
			IOException failure = assertThrows(IOException.class,
					() -> net.sockets().tls().createSocket("localhost", server.port()).getInputStream());
			assertEquals("tls.handshake", ConnectionProblems.of(failure, "localhost", server.port()).id());
		}
	}

	@Test
	void case60ACertificateForANameIsNoneForTheAddress() throws Exception {
		try (ScriptedServer server = ScriptedServer.tls(AUTHORITY.server("localhost"), Steps.of().send("* OK"))) {
			IOException failure = assertThrows(IOException.class,
					() -> net.sockets().tls().createSocket("127.0.0.1", server.port()).getInputStream());
			assertEquals("tls.host-mismatch", ConnectionProblems.of(failure, "127.0.0.1", server.port()).id());
		}
	}

	@Test
	void aConnectionCutDuringTheHandshakeIsNoCertificateProblem() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().reset())) {
			IOException failure = assertThrows(IOException.class,
					() -> net.sockets().tls().createSocket("localhost", server.port()).getInputStream());
			assertEquals(ProblemKind.NETWORK, ConnectionProblems.of(failure, "localhost", server.port()).kind());
		}
	}

	@Test
	void aConnectionClosedDuringTheHandshakeIsNoCertificateProblem() throws Exception {
		try (ScriptedServer server = ScriptedServer.plain(Steps.of().close())) {
			IOException failure = assertThrows(IOException.class,
					() -> net.sockets().tls().createSocket("localhost", server.port()).getInputStream());
			assertEquals(ProblemKind.NETWORK, ConnectionProblems.of(failure, "localhost", server.port()).kind());
		}
	}
}
