package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.idp.ScriptedBrowser;
import org.postkontor.testkit.peer.HttpAnswer;

class OidcSignInTest {
	OidcWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Test
	void signsInThroughTheBrowser() throws ProblemException {
		Session session = world.signIn();
		assertEquals(List.of("anna@example.test"), session.names());
		assertEquals(world.idp.issuer(), session.issuer());
		assertEquals(Set.of("imap.example.test", "smtp.example.test"), session.hosts());
		assertEquals("anna@example.test", world.idp.activeUser(OidcWorld.text(session.secrets().get("access"))).orElseThrow());
		assertTrue(session.secret("refresh").isPresent(), "offline_access was asked for");
	}

	@Test
	void goesOnWithAPastedAddress() throws ProblemException {
		PastingPerson person = new PastingPerson(ScriptedBrowser.of(OidcWorld.ANNA, "annas-password"));
		Session session = world.provider().signIn(world.request(Direction.SEND), person, null);
		assertEquals(List.of("anna@example.test"), session.names());
		assertEquals(List.of(false, true), person.taken);
	}

	@Test
	void sendsPkceStateAndNonceFreshEachTime() throws ProblemException {
		world.signIn();
		world.signIn();
		Map<String, String> first = OidcWorld.query(world.opened.get(0).url());
		Map<String, String> second = OidcWorld.query(world.opened.get(1).url());
		assertEquals("S256", first.get("code_challenge_method"));
		assertEquals("code", first.get("response_type"));
		assertEquals("anna@example.test", first.get("login_hint"));
		for (String name : List.of("code_challenge", "state", "nonce")) {
			assertTrue(first.get(name).length() >= 43, name);
			assertNotEquals(first.get(name), second.get(name));
		}
	}

	@Test
	void sendingAloneNeverAsksForReading() throws ProblemException {
		Session session = world.provider().signIn(world.request(Direction.SEND), world.anna(), null);
		String asked = OidcWorld.query(world.opened.getFirst().url()).get("scope");
		assertTrue(asked.contains("mail.send"));
		assertFalse(asked.contains("mail.receive"));
		assertFalse(session.scopes().contains("mail.receive"));
		assertEquals(List.of("mail.send"), world.opened.getFirst().rights());
	}

	@Test
	void aMistypedPasswordIsTheProvidersBusiness() throws ProblemException {
		Session session = world.provider().signIn(world.request(Direction.SEND),
				world.person(ScriptedBrowser.of(OidcWorld.ANNA, "annas-password").wrongPasswordFirst()), null);
		assertEquals(List.of("anna@example.test"), session.names());
	}

	@Test
	void refusingIsNamedAsMissingConsent() {
		assertProblem("auth.denied", ProblemKind.CONSENT_NEEDED, world.request(Direction.SEND),
				world.person(ScriptedBrowser.of(OidcWorld.ANNA, "annas-password").denying()));
	}

	@Test
	void aProviderWithTroubleBlamesNobody() {
		world.idp.nextAuthorizeError("temporarily_unavailable");
		assertProblem("auth.provider-unavailable", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void anOrganisationThatWantsApprovalNeedsConsent() {
		world.idp.nextAuthorizeError("admin_policy_enforced");
		ProblemException e = assertProblem("oauth.google-admin-policy", ProblemKind.CONSENT_NEEDED, world.request(Direction.SEND), world.anna());
		assertEquals(Remedy.ASK_ADMINISTRATOR, e.problem().remedy());
	}

	@Test
	void anUnknownClientIsToldApart() {
		AuthBinding binding = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", world.idp.issuer()));
		ProblemException e = assertProblem("auth.client-unknown", ProblemKind.CONFIGURATION, OidcWorld.request(binding, Direction.SEND), world.anna());
		assertEquals(Remedy.REGISTER_APP, e.problem().remedy());
		assertTrue(world.opened.isEmpty(), "found before the browser was opened");
	}

	@Test
	void anIssuerOverPlainHttpIsRefused() {
		AuthBinding binding = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", "http://127.0.0.1:1", "clientId", "c"));
		assertProblem("auth.issuer-unknown", ProblemKind.CONFIGURATION, OidcWorld.request(binding, Direction.SEND), world.anna());
	}

	@Test
	void aDeclaredIssuerCannotBeChangedByAccountSettings() throws ProblemException {
		AuthBinding edited = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", "https://evil.example.test", "clientId", "postkontor-demo"));
		Session session = world.provider(Map.of("issuer", world.idp.issuer(), "scopes.send", "mail.send"))
				.signIn(OidcWorld.request(edited, Direction.SEND), world.anna(), null);
		assertEquals(world.idp.issuer(), session.issuer());
	}

	@Test
	void declaredRightsAreTakenByProtocol() throws ProblemException {
		AuthBinding plain = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("clientId", "postkontor-demo"));
		world.provider(Map.of("issuer", world.idp.issuer(), "scopes.receive.imap", "mail.receive", "scopes.receive", "mail", "scopes.send", "mail.send"))
				.signIn(OidcWorld.request(plain, Direction.RECEIVE), world.anna(), null);
		assertEquals(List.of("mail.receive"), world.opened.getFirst().rights());
	}

	@Test
	void metadataOfAnotherIssuerIsAMixUp() {
		world.meddle("/.well-known/openid-configuration", text -> text.replace("\"issuer\":\"" + world.idp.issuer(), "\"issuer\":\"https://other.example.test"));
		assertProblem("auth.issuer-other", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void aTokenEndpointOverPlainHttpIsRefused() {
		world.meddle("/.well-known/openid-configuration", text -> text.replace("\"token_endpoint\":\"https", "\"token_endpoint\":\"http"));
		assertProblem("auth.endpoints", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void aLoginPageOverPlainHttpIsRefusedExceptOnLoopback() {
		world.meddle("/.well-known/openid-configuration",
				text -> text.replaceAll("\"authorization_endpoint\":\"[^\"]*\"", "\"authorization_endpoint\":\"http://login.example.test/authorize\""));
		assertProblem("auth.endpoints", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void case51APortalInTheWayIsNoProvider() {
		for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
			world.meddle(path, text -> "<html>Welcome to our hotel</html>");
		}
		assertProblem("auth.metadata", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void anAnswerThatLacksThePromisedIssuerIsRefused() {
		assertProblem("auth.response-forged", ProblemKind.SERVER, world.request(Direction.SEND), new ForgedAnswer("code=abc"));
		assertEquals(0, world.idp.tokenRequests());
	}

	@Test
	void anAnswerOfAnotherIssuerIsRefused() {
		assertProblem("auth.response-forged", ProblemKind.SERVER, world.request(Direction.SEND),
				new ForgedAnswer("code=abc&iss=https%3A%2F%2Fevil.example.test"));
		assertEquals(0, world.idp.tokenRequests());
	}

	@Test
	void anIdTokenWithAnotherNonceIsRefused() {
		world.meddle("/token", text -> text.replaceAll("\"id_token\":\"([^.\"]+)\\.[^.\"]+\\.", "\"id_token\":\"$1.e30."));
		assertProblem("auth.id-token", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void aMissingIdTokenIsRefused() {
		world.meddle("/token", text -> text.replace("\"id_token\"", "\"other\""));
		assertProblem("auth.id-token", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void rightsThatWereUntickedAreMissed() {
		world.meddle("/token", text -> text.replace("mail.send", "mail.other"));
		assertProblem("auth.rights-missing", ProblemKind.CONSENT_NEEDED, world.request(Direction.SEND), world.anna());
	}

	@Test
	void aComputerWhoseClockIsBehindIsTold() {
		world.meddle("/token", text -> {
			world.clock.jump(Duration.ofHours(-2));
			return text;
		});
		ProblemException e = assertProblem("auth.clock-wrong", ProblemKind.CONFIGURATION, world.request(Direction.SEND), world.anna());
		assertEquals(Remedy.CHECK_CLOCK, e.problem().remedy());
	}

	@Test
	void theClockIsMeasuredByTheDateOfTheProvidersServer() {
		world.meddle("/token", text -> {
			world.clock.jump(Duration.ofHours(-2));
			return text;
		});
		serverTime(Duration.ofHours(3).plusSeconds(5));
		ProblemException e = assertProblem("auth.clock-wrong", ProblemKind.CONFIGURATION, world.request(Direction.SEND), world.anna());
		assertEquals("-3:00:05", e.problem().values().get("offset"));
	}

	@Test
	void aComputerWhoseClockIsRightIsNotBlamedForAStatementFromTheFuture() {
		world.meddle("/token", text -> {
			world.clock.jump(Duration.ofHours(-2));
			return text;
		});
		serverTime(Duration.ZERO);
		assertProblem("auth.id-token", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	/** The provider's server tells a time that is so much ahead of this computer's. */
	private void serverTime(Duration ahead) {
		world.meddling.put("/jwks", reply -> new HttpReply(reply.status(), Map.of("date", List.of(
				DateTimeFormatter.RFC_1123_DATE_TIME.format(world.clock.instant().plus(ahead).atOffset(ZoneOffset.UTC)))), reply.body(), reply.hops()));
	}

	@Test
	void aTokenEndpointThatAnswersWithAPageIsAServerProblem() {
		world.idp.nextTokenAnswer(HttpAnswer.html(200, "<html>portal</html>"));
		assertProblem("auth.provider-answer", ProblemKind.SERVER, world.request(Direction.SEND), world.anna());
	}

	@Test
	void sessionsOfTwoUsersDiffer() throws ProblemException {
		Session anna = world.signIn();
		Session bert = world.provider().signIn(world.request(Direction.SEND), world.person(ScriptedBrowser.of("bert@example.test", "berts-password")), null);
		assertNotEquals(anna.id(), bert.id());
		assertEquals(List.of("bert@example.test"), bert.names());
	}

	private ProblemException assertProblem(String id, ProblemKind kind, SignInRequest request, org.postkontor.auth.SignInPrompt prompt) {
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().signIn(request, prompt, null));
		assertEquals(id, e.problem().id(), e.problem().toString());
		assertEquals(kind, e.problem().kind());
		return e;
	}
}
