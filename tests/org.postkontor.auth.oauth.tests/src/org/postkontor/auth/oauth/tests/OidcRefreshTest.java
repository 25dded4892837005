package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;

class OidcRefreshTest {
	OidcWorld world;
	Session session;

	@BeforeEach
	void signIn() throws Exception {
		world = new OidcWorld();
		session = world.signIn();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Test
	void aGoodTokenIsUsedWithoutAnyRequest() throws ProblemException {
		int before = world.idp.tokenRequests();
		AuthProvider.Grant grant = world.provider().credential(session, world.wanted(false), null);
		assertTrue(grant.changed().isEmpty());
		Credential.BearerToken token = assertInstanceOf(Credential.BearerToken.class, grant.credential());
		assertEquals("anna@example.test", token.user());
		assertEquals(before, world.idp.tokenRequests());
	}

	@Test
	void anExpiredTokenIsRefreshedAndTheRotatedOneKept() throws ProblemException {
		world.advance(Duration.ofMinutes(59));
		AuthProvider.Grant grant = world.provider().credential(session, world.wanted(false), null);
		Session changed = grant.changed().orElseThrow();
		assertNotEquals(session.secrets().get("refresh"), changed.secrets().get("refresh"));
		assertEquals("anna@example.test", world.idp.activeUser(OidcWorld.text(changed.secrets().get("access"))).orElseThrow());
		assertEquals(world.clock.instant(), changed.refreshed());
	}

	@Test
	void aShortLivedTokenIsNotRefreshedForever() throws ProblemException {
		world.idp.accessTokenLifetime(Duration.ofSeconds(60));
		Session brief = world.provider().credential(session, world.wanted(true), null).changed().orElseThrow();
		assertTrue(world.provider().credential(brief, world.wanted(false), null).changed().isEmpty());
	}

	@Test
	void whereNoNewRefreshTokenComesTheOldOneStays() throws ProblemException {
		world.meddle("/token", text -> text.replace("\"refresh_token\"", "\"other\""));
		Session changed = world.provider().credential(session, world.wanted(true), null).changed().orElseThrow();
		assertEquals(session.secrets().get("refresh"), changed.secrets().get("refresh"));
	}

	@Test
	void aRefreshThatNamesAnotherUserIsNotUsed() throws ProblemException {
		Session other = new Session(session.id(), "oauth", session.issuer(), session.clientId(), "another subject", session.names(), session.scopes(),
				session.hosts(), session.issued(), session.refreshed(), session.secrets(), session.attributes());
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(other, world.wanted(true), null));
		assertEquals("auth.id-token", e.problem().id());
	}

	@Test
	void aRevokedSignInNeedsAPerson() {
		world.idp.revokeAll(OidcWorld.ANNA);
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(session, world.wanted(true), null));
		assertEquals("auth.sign-in-expired", e.problem().id());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		assertEquals("invalid_grant", e.problem().details().get("error"));
	}

	@ParameterizedTest
	@MethodSource
	void troubleAtTheProviderIsNoReasonToAskThePerson(HttpAnswer trouble) throws ProblemException {
		world.idp.nextTokenAnswer(trouble);
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(session, world.wanted(true), null));
		assertTrue(e.problem().kind().isTransient(), e.problem().toString());
		world.provider().credential(session, world.wanted(true), null);
	}

	static Stream<HttpAnswer> troubleAtTheProviderIsNoReasonToAskThePerson() {
		return Stream.of(HttpAnswer.html(200, "<html>hotel portal</html>"), HttpAnswer.html(503, "<html>down</html>"), HttpAnswer.html(400, "<html>?</html>"),
				HttpAnswer.json(500, "{\"error\":\"server_error\"}"), HttpAnswer.json(503, "{\"error\":\"temporarily_unavailable\"}"),
				HttpAnswer.json(400, "{\"error\":\"temporarily_unavailable\"}"), HttpAnswer.json(500, "{\"error\":\"invalid_grant\"}"),
				HttpAnswer.json(429, "{\"error\":\"something_new\"}"), HttpAnswer.json(200, "{}"), HttpAnswer.json(200, "[]"), HttpAnswer.json(200, "{"),
				HttpAnswer.redirect(302, "https://portal.example.test/"), HttpAnswer.noAnswer());
	}

	@Test
	void aServerThatEchoesTheTokenDoesNotMakeItVisible() {
		String refresh = OidcWorld.text(session.secrets().get("refresh"));
		world.idp.nextTokenAnswer(HttpAnswer.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"token " + refresh + " is unknown\"}"));
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(session, world.wanted(true), null));
		assertFalse((e.problem() + e.getMessage()).contains(refresh));
		assertEquals("token [secret] is unknown", e.problem().details().get("description"));
	}

	@Test
	void revokingEndsTheSignInAtTheProvider() throws ProblemException {
		world.provider().revoke(session, null);
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(session, world.wanted(true), null));
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
	}

	@Test
	void aStoredEndpointOverPlainHttpIsNeverUsed() {
		Session edited = session.refreshed(session.refreshed(), session.secrets(), java.util.Map.of("tokenUri", "http://127.0.0.1:1/token"),
				session.scopes());
		assertThrows(ProblemException.class, () -> world.provider().credential(edited, world.wanted(true), null));
	}
}
