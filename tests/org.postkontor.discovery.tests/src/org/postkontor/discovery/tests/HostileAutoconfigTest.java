package org.postkontor.discovery.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.discovery.tests.DiscoveryFixture.ANNA;
import static org.postkontor.discovery.tests.DiscoveryFixture.AUTHORITY;
import static org.postkontor.discovery.tests.DiscoveryFixture.problem;
import static org.postkontor.discovery.tests.DiscoveryFixture.server;
import static org.postkontor.discovery.tests.DiscoveryFixture.xml;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Branding;
import org.postkontor.discovery.Proposal;
import org.postkontor.discovery.internal.AutoconfigSource;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

/** What a malicious server could answer during discovery (attacks known from other mail programs). */
class HostileAutoconfigTest {
	private static final String SERVERS = server("imap", "imap.example.test", 993, "SSL", "password-cleartext");

	private final DiscoveryFixture fixture = new DiscoveryFixture();
	private HttpPeer peer;
	@TempDir
	Path folder;

	@BeforeEach
	void start() throws IOException {
		peer = HttpPeer.https(AUTHORITY.server("localhost"));
	}

	@AfterEach
	void stop() {
		peer.close();
		fixture.close();
	}

	private List<Proposal> find() throws ProblemException {
		return new AutoconfigSource(fixture.http(), Branding.NONE, a -> List.of(URI.create(peer.url("/config")))).find(ANNA, null);
	}

	private String refusal(String document) {
		peer.route("/config", HttpAnswer.xml(document));
		return problem(this::find).id();
	}

	@Test
	void case61AnExternalEntityIsNotRead() throws Exception {
		Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
		String document = xml(SERVERS, "").replace("<clientConfig", "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><clientConfig")
				.replace("Example Mail", "&e;");
		assertEquals("discovery.hostile", refusal(document));
	}

	@Test
	void case61AnExternalDocumentTypeIsNotFetched() {
		peer.route("/evil.dtd", HttpAnswer.of(200, "text/plain", "<!ENTITY e 'x'>"));
		String document = xml(SERVERS, "").replace("<clientConfig", "<!DOCTYPE clientConfig SYSTEM \"" + peer.url("/evil.dtd") + "\"><clientConfig");
		assertEquals("discovery.hostile", refusal(document));
		assertTrue(peer.requests().stream().noneMatch(r -> r.path().equals("/evil.dtd")));
	}

	@Test
	void case61ABillionLaughsAreNotExpanded() {
		StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
		for (int i = 1; i < 20; i++) {
			entities.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
		}
		String document = xml(SERVERS, "").replace("<clientConfig", entities + "]><clientConfig").replace("Example Mail", "&l19;");
		Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertEquals("discovery.hostile", refusal(document)));
	}

	@Test
	void case61FiftyMegabytesAreNotRead() {
		peer.route("/config", HttpAnswer.xml("<clientConfig>" + " ".repeat(1 << 16)).repeated(800));
		assertEquals("net.too-large", problem(this::find).id());
	}

	@Test
	void case61DeepNestingIsRefused() {
		assertEquals("discovery.hostile", refusal("<clientConfig>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</clientConfig>"));
	}

	@Test
	void case61TooManyElementsAreRefused() {
		assertEquals("discovery.hostile", refusal(xml(SERVERS + "<a/>".repeat(10_000), "")));
	}

	@Test
	void case61ARedirectToPlainHttpIsNotFollowed() throws Exception {
		try (HttpPeer plain = HttpPeer.http()) {
			peer.route("/config", HttpAnswer.redirect(302, "http://127.0.0.1:" + plain.port() + "/config"));
			assertEquals("net.redirect", problem(this::find).id());
			assertTrue(plain.requests().isEmpty());
		}
	}

	@Test
	void case61OnlyPlainSocketsAreNoProposal() throws Exception {
		peer.route("/config", HttpAnswer.xml(xml(server("imap", "imap.example.test", 143, "plain", "password-cleartext")
				+ server("smtp", "smtp.example.test", 25, "plain", "password-cleartext"), "")));
		assertEquals(List.of(), find());
	}

	@Test
	void case61OddHostsAndPortsAreNoProposal() throws Exception {
		String servers = server("imap", "imap.example.test/../x", 993, "SSL", "password-cleartext")
				+ server("imap", "user:pass@imap.example.test", 993, "SSL", "password-cleartext") + server("imap", "", 993, "SSL", "password-cleartext")
				+ server("imap", "imap.example.test", 70000, "SSL", "password-cleartext");
		peer.route("/config", HttpAnswer.xml(xml(servers, "")));
		assertEquals(List.of(), find());
	}

	@Test
	void case61AnIdentityProviderWithoutTlsIsNoProposal() throws Exception {
		String oauth = "<oAuth2><issuer>http://login.example.test</issuer><authURL>javascript:alert(1)</authURL></oAuth2>";
		peer.route("/config", HttpAnswer.xml(xml(server("imap", "imap.example.test", 993, "SSL", "OAuth2"), oauth)));
		assertEquals(List.of(), find());
	}

	@Test
	void case61TextsAreCutAndCleaned() throws Exception {
		peer.route("/config", HttpAnswer.xml(xml(SERVERS, "").replace("Example Mail", "Bank&#x202E;\n" + "x".repeat(5000))));
		String label = find().get(0).label();
		assertTrue(label.length() < 110 && !label.contains("\u202E") && !label.contains("\n"), label);
	}

	@Test
	void case61NoCredentialTravels() throws Exception {
		peer.route("/config", HttpAnswer.xml(xml(SERVERS, "")));
		find();
		assertEquals("", peer.requests().get(0).header("authorization"));
		assertEquals("", peer.requests().get(0).header("cookie"));
	}
}
