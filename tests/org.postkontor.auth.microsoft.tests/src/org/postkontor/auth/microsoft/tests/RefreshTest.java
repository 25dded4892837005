package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.GRAPH;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.binding;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.request;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.sending;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.token;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.Direction;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.HttpAnswer;

class RefreshTest {
	private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
	MicrosoftWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new MicrosoftWorld();
	}

	@AfterEach
	void close() {
		world.close();
		assertEquals(List.of(), world.browserFailures);
	}

	@Test
	void aGoodTokenIsGivenWithoutTheNetwork() throws Exception {
		Session session = world.signIn(sending(ANNA));
		world.offline = true;
		AuthProvider.Grant grant = world.credential(session, SMTP, false);
		assertEquals(Optional.of(ANNA), world.idp.activeUser(token(grant)));
		assertTrue(grant.changed().isEmpty());
	}

	@Test
	void anEndingTokenIsRefreshedBeforeItEndsAndTheRefreshTokenIsRotated() throws Exception {
		Session first = world.signIn(sending(ANNA));
		String before = token(world.credential(first, SMTP, false));
		world.clock.advance(Duration.ofMinutes(57));
		assertEquals(before, token(world.credential(first, SMTP, false)));
		world.clock.advance(Duration.ofMinutes(2));
		Session second = world.credential(first, SMTP, false).changed().orElseThrow();
		String after = token(world.credential(second, SMTP, false));
		assertNotEquals(before, after);
		assertEquals(Optional.of(ANNA), world.idp.activeUser(after));
		Session third = world.credential(second, SMTP, true).changed().orElseThrow();
		assertEquals(Set.of(), common(first, third), "no refresh token is kept that was used");
	}

	@Test
	void theStoredFormHasAVersionAndOthersNeedASignIn() throws Exception {
		Session session = world.signIn(sending(ANNA));
		assertEquals(Optional.of("msal-1"), session.attribute("cacheFormat"));
		Map<String, String> newer = new LinkedHashMap<>(session.attributes());
		newer.put("cacheFormat", "msal-2");
		assertProblem("auth.microsoft.session-format", ProblemKind.SIGN_IN_NEEDED,
				session.refreshed(session.refreshed(), session.secrets(), newer, session.scopes()));
	}

	@ParameterizedTest
	@CsvSource({ "no json", "'{\"AccessToken\":[1]}'" })
	void aDamagedCacheNeedsASignInAndIsQuotedNowhere(String cache) throws Exception {
		Session session = world.signIn(sending(ANNA));
		Session damaged = session.refreshed(session.refreshed(), Map.of("cache", Secret.of(cache + "canary")), session.attributes(), session.scopes());
		ProblemException e = assertThrows(ProblemException.class, () -> world.credential(damaged, SMTP, false));
		assertEquals(ProblemKind.SIGN_IN_NEEDED, e.problem().kind());
		assertFalse((e + " " + e.problem() + " " + e.getCause()).contains("canary"));
	}

	@Test
	void editingTheAccountLeadsNoTokenElsewhere() throws Exception {
		Session session = world.signIn(sending(ANNA));
		CredentialRequest edited = new CredentialRequest(binding(ANNA, "loginHost", "login.evil.example.test", "tenant", "evil.example.test"), SMTP, true);
		world.provider().credential(session, edited, null);
		world.calls.forEach(call -> assertEquals("login.microsoftonline.com", call.uri().getHost()));
	}

	@ParameterizedTest
	@CsvSource({ "500,server_error", "503,temporarily_unavailable", "400,temporarily_unavailable", "429,temporarily_unavailable", "400,invalid_request",
			"401,invalid_client", "400,something_new" })
	void nothingButTheirFamilyAsksThePerson(int status, String error) throws Exception {
		Session session = world.signIn(sending(ANNA));
		world.idp.nextTokenError(status, error, "", 90033);
		Problem problem = assertThrows(ProblemException.class, () -> world.credential(session, SMTP, true)).problem();
		assertFalse(Set.of(ProblemKind.SIGN_IN_NEEDED, ProblemKind.CONSENT_NEEDED).contains(problem.kind()), problem.toString());
		assertEquals(Optional.of(ANNA), world.idp.activeUser(token(world.credential(session, SMTP, true))), "at once, and with the same refresh token");
	}

	@ParameterizedTest
	@CsvSource({ "200,text/html,<html>login to the hotel</html>", "502,text/html,bad gateway", "429,text/plain,slow down", "302,text/plain,''" })
	void anAnswerThatIsNoneKeepsTheSession(int status, String type, String body) throws Exception {
		Session session = world.signIn(sending(ANNA));
		world.idp.nextTokenAnswer(HttpAnswer.of(status, type, body));
		Problem problem = assertThrows(ProblemException.class, () -> world.credential(session, SMTP, true)).problem();
		assertTrue(problem.kind().isTransient(), problem.toString());
		assertEquals(Optional.of(ANNA), world.idp.activeUser(token(world.credential(session, SMTP, true))));
	}

	@Test
	void anEndedSignInNeedsThePerson() throws Exception {
		Session session = world.signIn(sending(ANNA));
		world.idp.revokeAll(ANNA);
		Problem problem = assertProblem("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, session);
		assertEquals("invalid_grant", problem.details().get("error"));
	}

	@Test
	void whoSignedInAgainIsNotAnsweredFromAMemoryOfTheRefusal() throws Exception {
		Session ended = world.signIn(sending(ANNA));
		world.idp.revokeAll(ANNA);
		assertProblem("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, ended);
		assertProblem("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, ended);
		assertEquals(3, world.idp.tokenRequests().size(), "each question reached the provider");
		Session again = world.signIn(sending(ANNA));
		assertEquals(ended.id(), again.id());
		assertEquals(Optional.of(ANNA), world.idp.activeUser(token(world.credential(again, SMTP, true))));
	}

	@Test
	void aChallengeOfTheTokenEndpointIsHandedToTheNextSignIn() throws Exception {
		Session session = world.signIn(sending(ANNA));
		world.idp.challenge(ANNA, CLAIMS);
		Problem problem = assertProblem("auth.interaction-required", ProblemKind.SIGN_IN_NEEDED, session);
		assertEquals(CLAIMS, problem.details().get("claims"));
		Session again = world.signIn(demanding(sending(ANNA), session, problem.details().get("claims")));
		assertEquals(json(CLAIMS), json(world.idp.authorizations().getLast().get("claims")));
		assertEquals(json(CLAIMS), json(world.idp.tokenRequests().getLast().get("claims")));
		assertEquals(Optional.of(ANNA), world.idp.activeUser(token(world.credential(again, SMTP, true))));
	}

	@Test
	void aChallengeOfTheResourceFetchesTheTokenAnewWithItsClaims() throws Exception {
		Session session = world.signIn(request(binding(ANNA), Set.of(Direction.SEND), GRAPH));
		String before = token(world.credential(session, GRAPH, false));
		CredentialRequest challenged = new CredentialRequest(binding(ANNA), GRAPH, false, Optional.of(CLAIMS));
		assertNotEquals(before, token(world.provider().credential(session, challenged, null)));
		String sent = world.idp.tokenRequests().getLast().get("claims");
		assertTrue(sent.contains("\"c1\"") && sent.contains("\"cp1\""), sent);
	}

	@Test
	void aChallengeThatIsNoJsonStillFetchesTheTokenAnew() throws Exception {
		Session session = world.signIn(request(binding(ANNA), Set.of(Direction.SEND), GRAPH));
		CredentialRequest challenged = new CredentialRequest(binding(ANNA), GRAPH, false, Optional.of("][")) ;
		assertTrue(world.provider().credential(session, challenged, null).changed().isPresent());
	}

	private static SignInRequest demanding(SignInRequest first, Session previous, String claims) {
		return new SignInRequest(first.binding(), first.address(), first.resources(), first.directions(), UserChoice.SUGGESTED, Optional.of(previous),
				Optional.of(claims));
	}

	private Problem assertProblem(String id, ProblemKind kind, Session session) {
		Problem problem = assertThrows(ProblemException.class, () -> world.credential(session, SMTP, true)).problem();
		assertEquals(id, problem.id());
		assertEquals(kind, problem.kind());
		return problem;
	}

	private static com.google.gson.JsonElement json(String text) {
		return com.google.gson.JsonParser.parseString(text);
	}

	/** Refresh tokens that both hold. */
	private static Set<String> common(Session one, Session other) {
		Set<String> both = new java.util.HashSet<>(refreshTokens(one));
		both.retainAll(refreshTokens(other));
		return both;
	}

	private static Set<String> refreshTokens(Session session) {
		String cache = session.secrets().get("cache").use(text -> text);
		var tokens = com.google.gson.JsonParser.parseString(cache).getAsJsonObject().getAsJsonObject("RefreshToken");
		return tokens.entrySet().stream().map(entry -> entry.getValue().getAsJsonObject().get("secret").getAsString())
				.collect(java.util.stream.Collectors.toSet());
	}
}
