package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.HttpSeen;

/** Any issuer's metadata, wherever the two standards put them. */
class IssuerDiscoveryTest {
	OidcWorld world;
	HttpPeer server;

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
		server = HttpPeer.https(OidcWorld.AUTHORITY.server("127.0.0.1"));
	}

	@AfterEach
	void close() {
		server.close();
		world.close();
	}

	@ParameterizedTest
	@CsvSource({ "'',/.well-known/openid-configuration", "'',/.well-known/oauth-authorization-server", "/,/.well-known/openid-configuration",
			"/tenant,/tenant/.well-known/openid-configuration", "/tenant,/.well-known/oauth-authorization-server/tenant",
			"/tenant,/.well-known/openid-configuration/tenant", "/a/b/,/a/b/.well-known/openid-configuration" })
	void areFoundAt(String path, String document) throws Exception {
		String issuer = "https://127.0.0.1:" + server.port() + path;
		server.route(document, HttpAnswer.json(200, metadata(issuer)));
		ClosingPerson person = new ClosingPerson();
		assertEquals("cancelled", problem(issuer, person));
		assertEquals("login.example.test", person.asked.getFirst().url().getHost());
	}

	@Test
	void aPageForPeopleInOnePlaceIsNoReasonToGiveUp() throws Exception {
		String issuer = "https://127.0.0.1:" + server.port();
		server.route("/.well-known/openid-configuration", HttpAnswer.html(200, "<html>our app</html>"));
		server.route("/.well-known/oauth-authorization-server", HttpAnswer.json(200, metadata(issuer)));
		assertEquals("cancelled", problem(issuer, new ClosingPerson()));
	}

	@Test
	void ofAnIssuerThatHasNoneAreMissedAndNothingElseIsTried() {
		assertEquals("auth.metadata", problem("https://127.0.0.1:" + server.port() + "/tenant", new ClosingPerson()));
		assertEquals(List.of("/tenant/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/tenant",
				"/.well-known/openid-configuration/tenant"), server.requests().stream().map(HttpSeen::path).toList());
	}

	@Test
	void aServerInTroubleIsNotAskedElsewhere() {
		server.route("/.well-known/openid-configuration", HttpAnswer.html(503, "<html>down</html>"));
		assertEquals("auth.metadata", problem("https://127.0.0.1:" + server.port(), new ClosingPerson()));
		assertEquals(1, server.requests().size());
	}

	@Test
	void theNeighboursMetadataAreNotUsed() throws Exception {
		server.route("/.well-known/oauth-authorization-server/tenant", HttpAnswer.json(200, metadata("https://127.0.0.1:" + server.port() + "/other")));
		ClosingPerson person = new ClosingPerson();
		assertEquals("auth.issuer-other", problem("https://127.0.0.1:" + server.port() + "/tenant", person));
		assertTrue(person.asked.isEmpty());
	}

	private String problem(String issuer, ClosingPerson person) {
		AuthBinding binding = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", issuer, "clientId", "own"));
		return assertThrows(ProblemException.class, () -> world.provider().signIn(OidcWorld.request(binding, Direction.SEND), person, null)).problem().id();
	}

	private static String metadata(String issuer) {
		return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"https://login.example.test/a\",\"token_endpoint\":\"https://login.example.test/t\"}";
	}
}
