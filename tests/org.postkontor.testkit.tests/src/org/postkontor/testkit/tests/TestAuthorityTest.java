package org.postkontor.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.ScriptedServer;
import org.postkontor.testkit.peer.Steps;

class TestAuthorityTest {

	private final TestAuthority authority = TestAuthority.create();

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "::1", "demo.test", "mail.demo.test", "imap.example.test" })
	void vouchesForTheDemoNames(String name) throws Exception {
		assertEquals("hello", greetingFrom(authority.server(name), name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.other.test", "notdemo.test", "10.0.0.1", "test" })
	void isRefusedByAJavaClientForAnyOtherName(String name) {
		SSLHandshakeException refused = assertThrows(SSLHandshakeException.class,
				() -> greetingFrom(authority.server(name), name));
		assertTrue(causes(refused).contains("constraints"), causes(refused));
	}

	@Test
	void anExpiredCertificateIsRefused() {
		SSLHandshakeException refused = assertThrows(SSLHandshakeException.class,
				() -> greetingFrom(authority.expired("localhost"), "localhost"));
		assertTrue(causes(refused).contains("validity"), causes(refused));
	}

	@Test
	void aWrongHostIsRefused() {
		assertThrows(SSLHandshakeException.class, () -> greetingFrom(authority.wrongHost(), "localhost"));
	}

	@Test
	void aSelfSignedCertificateIsRefused() {
		assertThrows(SSLHandshakeException.class,
				() -> greetingFrom(authority.selfSigned("localhost"), "localhost"));
	}

	@Test
	void thePemHoldsOneCertificateAndNoKey() {
		String pem = authority.caPem();
		assertTrue(pem.startsWith("-----BEGIN CERTIFICATE-----\n"));
		assertFalse(pem.contains("KEY"));
	}

	private String greetingFrom(ServerIdentity identity, String host) throws IOException {
		try (ScriptedServer server = ScriptedServer.tls(identity, Steps.of().send("hello"));
				Socket raw = new Socket(InetAddress.getLoopbackAddress(), server.port());
				SSLSocket tls = (SSLSocket) authority.clientContext().getSocketFactory().createSocket(raw, host,
						server.port(), true)) {
			SSLParameters parameters = tls.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			tls.setSSLParameters(parameters);
			tls.startHandshake();
			return new String(tls.getInputStream().readNBytes(5));
		}
	}

	private static String causes(Throwable failure) {
		StringBuilder text = new StringBuilder();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			text.append(cause).append('\n');
		}
		return text.toString();
	}
}
