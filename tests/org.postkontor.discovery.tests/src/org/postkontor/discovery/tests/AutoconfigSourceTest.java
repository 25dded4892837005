package org.postkontor.discovery.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.discovery.tests.DiscoveryFixture.ANNA;
import static org.postkontor.discovery.tests.DiscoveryFixture.AUTHORITY;
import static org.postkontor.discovery.tests.DiscoveryFixture.problem;
import static org.postkontor.discovery.tests.DiscoveryFixture.server;
import static org.postkontor.discovery.tests.DiscoveryFixture.xml;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Branding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.discovery.Proposal;
import org.postkontor.discovery.internal.AutoconfigSource;
import org.postkontor.discovery.internal.OfficeDirectorySource;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;

class AutoconfigSourceTest {
	private static final String OAUTH = "<oAuth2><issuer>https://login.example.test</issuer><scope>mail offline_access</scope>"
			+ "<authURL>https://login.example.test/auth</authURL><tokenURL>https://login.example.test/token</tokenURL></oAuth2>";

	private final DiscoveryFixture fixture = new DiscoveryFixture();
	private HttpPeer peer;

	@BeforeEach
	void start() throws IOException {
		peer = HttpPeer.https(AUTHORITY.server("localhost"));
	}

	@AfterEach
	void stop() {
		peer.close();
		fixture.close();
	}

	private List<Proposal> find(Branding branding) throws ProblemException {
		return new AutoconfigSource(fixture.http(), branding, a -> Stream.of("/first", "/second").map(p -> URI.create(peer.url(p))).toList())
				.find(ANNA, null);
	}

	private List<Proposal> answer(String xml) throws ProblemException {
		peer.route("/first", HttpAnswer.xml(xml));
		return find(Branding.NONE);
	}

	@Test
	void case61AsksTheAddressesOwnDomainOnly() {
		assertEquals(List.of("https://autoconfig.xn--bcher-kva.example/mail/config-v1.1.xml?emailaddress=a%2Bb%40xn--bcher-kva.example",
				"https://xn--bcher-kva.example/.well-known/autoconfig/mail/config-v1.1.xml"),
				AutoconfigSource.places(DiscoveryFixture.address("a+b@bücher.example")).stream().map(URI::toString).toList());
	}

	@Test
	void makesProposalsOfEveryAlternative() throws Exception {
		List<Proposal> found = answer(xml(server("imap", "imap.example.test", 993, "SSL", "password-cleartext")
				+ server("pop3", "pop.example.test", 995, "SSL", "password-cleartext") + server("smtp", "smtp.example.test", 465, "SSL", "password-cleartext")
				+ server("smtp", "smtp.example.test", 587, "STARTTLS", "password-cleartext"), ""));
		assertEquals(List.of("IMAP 993 SMTP 465", "POP3 995 SMTP 465", "IMAP 993 SMTP 587"), found.stream().map(AutoconfigSourceTest::shape).toList());
		Proposal best = found.get(0);
		assertEquals("Example Mail", best.label());
		assertEquals("autoconfig", best.source());
		assertEquals(peer.url("/first"), best.origin());
		assertTrue(best.trusted());
		assertEquals("anna@example.test", best.endpoints().get(0).auth().principal());
		assertEquals("password", best.endpoints().get(0).auth().provider());
	}

	private static String shape(Proposal proposal) {
		return String.join(" ", proposal.endpoints().stream().map(e -> e.protocol() + " " + e.port()).toList());
	}

	@Test
	void bindsOauthWithTheHintsOfTheFileAndPrefersItsOrder() throws Exception {
		List<Proposal> found = answer(xml(server("imap", "imap.example.test", 993, "SSL", "OAuth2", "password-cleartext")
				+ server("smtp", "smtp.example.test", 465, "SSL", "OAuth2", "password-cleartext"), OAUTH));
		Endpoint imap = found.get(0).endpoints().get(0);
		assertEquals("oauth", imap.auth().provider());
		assertEquals("https://login.example.test", imap.auth().settings().get("issuer"));
		assertEquals("https://login.example.test/token", imap.auth().settings().get("tokenUrl"));
		assertEquals("mail offline_access", imap.auth().settings().get("scopesSend"));
		assertFalse(imap.auth().settings().containsKey("clientId"));
		assertEquals(List.of("password", "password"), found.get(1).endpoints().stream().map(e -> e.auth().provider()).toList());
	}

	@Test
	void takesTheClientThatTheOfficeRegistered() throws Exception {
		peer.route("/first", HttpAnswer.xml(xml(server("imap", "imap.example.test", 993, "SSL", "OAuth2"), OAUTH)));
		Endpoint imap = find(DiscoveryFixture.client("https://login.example.test")).get(0).endpoints().get(0);
		assertEquals("office-client", imap.auth().settings().get("clientId"));
		assertEquals("read", imap.auth().settings().get("scopesReceive"));
		assertEquals("mail offline_access", imap.auth().settings().get("scopesSend"));
	}

	@Test
	void knowsTheProvidersOfKnownHosts() throws Exception {
		List<Proposal> found = answer(xml(server("imap", "outlook.office365.com", 993, "SSL", "OAuth2")
				+ server("smtp", "smtp.gmail.com", 465, "SSL", "OAuth2"), ""));
		assertEquals(List.of("microsoft", "google"), found.get(0).endpoints().stream().map(e -> e.auth().provider()).toList());
		assertFalse(found.get(0).trusted());
	}

	@Test
	void case61AHostOutsideTheDomainNeedsApproval() throws Exception {
		assertFalse(answer(xml(server("imap", "imap.evil-example.test", 993, "SSL", "password-cleartext"), "")).get(0).trusted());
		assertFalse(answer(xml(server("imap", "imap.example.test.evil.test", 993, "SSL", "password-cleartext"), "")).get(0).trusted());
	}

	@Test
	void anIssuerOutsideTheDomainNeedsApprovalUnlessTheOfficeRegisteredThere() throws Exception {
		String file = xml(server("imap", "imap.example.test", 993, "SSL", "OAuth2"), OAUTH.replace("login.example.test", "login.evil.test"));
		assertFalse(answer(file).get(0).trusted());
		assertTrue(find(DiscoveryFixture.client("https://login.evil.test")).get(0).trusted());
	}

	@Test
	void case61DropsServersWithoutTlsAndWithUnknownSignIn() throws Exception {
		List<Proposal> found = answer(xml(server("imap", "imap.example.test", 143, "plain", "password-cleartext")
				+ server("imap", "imap.example.test", 993, "SSL", "GSSAPI") + server("smtp", "smtp.example.test", 25, "plain", "none")
				+ server("smtp", "smtp.example.test", 587, "STARTTLS", "password-cleartext"), ""));
		assertEquals(List.of("SMTP 587"), found.stream().map(AutoconfigSourceTest::shape).toList());
		assertEquals(TlsMode.STARTTLS, found.get(0).endpoints().get(0).tls());
	}

	@Test
	void toleratesNewerVersionsUnknownElementsAndForgottenPercentSigns() throws Exception {
		String servers = server("ews", "mail.example.test", 443, "SSL", "OAuth2")
				+ server("imap", "imap.%EMAILDOMAIN%", 993, "SSL", "surprise", "password-cleartext").replace("<username>%EMAILADDRESS%", "<username>%EMAILADDRESS")
				+ "<calendar type=\"caldav\"><x/></calendar><enable visiturl=\"https://example.test/help\"><instruction lang=\"de\">IMAP einschalten</instruction></enable>";
		Proposal found = answer(xml(servers, "<webMail/>").replace("version=\"1.1\"", "version=\"1.2\" xmlns=\"urn:x\"")).get(0);
		assertEquals("imap.example.test", found.endpoints().get(0).host());
		assertEquals(Protocol.IMAP, found.endpoints().get(0).protocol());
		assertEquals("anna@example.test", found.endpoints().get(0).auth().principal());
		assertEquals(List.of("IMAP einschalten (https://example.test/help)"), found.notes());
	}

	@Test
	void asksTheSecondPlaceWhenTheFirstHasNothing() throws Exception {
		peer.route("/first", HttpAnswer.html(200, "<html><body>Welcome")).route("/second",
				HttpAnswer.xml(xml(server("imap", "imap.example.test", 993, "SSL", "password-cleartext"), "")));
		assertEquals(peer.url("/second"), find(Branding.NONE).get(0).origin());
	}

	@Test
	void case51SaysThatACaptivePortalAnswered() {
		peer.route("/first", HttpAnswer.html(200, "<!doctype html><html><body>Sign in to this network<br></body></html>"));
		Problem problem = problem(() -> find(Branding.NONE));
		assertEquals("discovery.no-xml", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
	}

	@Test
	void nothingFoundIsNoProblem() throws Exception {
		assertEquals(List.of(), find(Branding.NONE));
	}

	@Test
	void theOfficeDirectoryIsToldTheDomainOnlyAndTrusted() throws Exception {
		peer.route("/dir/example.test", HttpAnswer.xml(xml(server("imap", "mail.provider.test", 993, "SSL", "password-cleartext"), "")));
		List<Proposal> found = new OfficeDirectorySource(fixture.http(), DiscoveryFixture.directory(peer.url("/dir/"))).find(ANNA, null);
		assertTrue(found.get(0).trusted());
		assertEquals("directory", found.get(0).source());
		assertEquals("", peer.requests().get(0).query());
		assertFalse(peer.requests().get(0).path().contains("anna"));
	}

	@Test
	void withoutADirectoryNobodyIsAsked() throws Exception {
		assertEquals(List.of(), new OfficeDirectorySource(fixture.http(), Branding.NONE).find(ANNA, null));
	}
}
