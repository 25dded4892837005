package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.idp.IdpClient;
import org.postkontor.testkit.peer.HttpSeen;

/** Applications that are registered with a secret. */
class ClientSecretTest {
	private static final String SECRET = "canary+secret/with=signs%";
	OidcWorld world;
	SecretPerson person;

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
		world.idp.add(new IdpClient("office-desk", Optional.of(SECRET), Set.of(), true));
		person = new SecretPerson(world.anna(), SECRET);
	}

	@AfterEach
	void close() {
		world.close();
	}

	@ParameterizedTest
	@CsvSource({ "client_secret_post", "client_secret_basic", "secret" })
	void isAskedForOnceAndKeptWithTheSignIn(String method) throws ProblemException {
		Session session = signIn(binding(method), Optional.empty());
		assertEquals(1, person.asked.size());
		assertEquals("office-desk", person.asked.getFirst().clientId());
		assertEquals(SECRET, OidcWorld.text(session.secrets().get("clientSecret")));
		Session fresh = world.provider().credential(session, world.wanted(true), null).changed().orElseThrow();
		signIn(binding(method), Optional.of(fresh));
		assertEquals(1, person.asked.size(), "the stored one is used");
		assertEquals(method.equals("client_secret_post"), sentInTheBody());
	}

	@Test
	void isSentAsTheMetadataSay() throws ProblemException {
		world.meddle("/.well-known/openid-configuration", text -> text.replace("\"client_secret_basic\",", ""));
		signIn(binding("secret"), Optional.empty());
		assertTrue(sentInTheBody());
	}

	@Test
	void comesFromTheOfficesBrandingFileWithoutAQuestion() throws ProblemException {
		world.branding = branding(SECRET);
		Session session = signIn(binding("none"), Optional.empty());
		assertEquals(List.of(), person.asked);
		assertFalse(session.secrets().containsKey("clientSecret"), "it stays where the office can change it");
		assertTrue(world.provider().credential(session, world.wanted(true), null).changed().isPresent());
	}

	@Test
	void ofAnotherApplicationIsNotSent() throws ProblemException {
		world.branding = branding(SECRET);
		AuthBinding own = AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", world.idp.issuer(), "clientId", "postkontor-demo"));
		Session session = world.provider().signIn(OidcWorld.request(own, Direction.SEND), world.anna(), null);
		assertFalse(session.secrets().containsKey("clientSecret"));
		assertFalse(world.idp.backChannelRequests().stream().anyMatch(seen -> seen.body().contains("canary")));
	}

	@Test
	void thatIsWrongIsAskedForAgain() throws ProblemException {
		person = new SecretPerson(world.anna(), "wrong", SECRET);
		Session session = signIn(binding("secret"), Optional.empty());
		assertEquals(List.of(false, true), person.asked.stream().map(request -> request.retry()).toList());
		assertEquals(SECRET, OidcWorld.text(session.secrets().get("clientSecret")));
	}

	@Test
	void thatEndedDoesNotBlockTheNextSignIn() throws ProblemException {
		Session old = signIn(binding("secret"), Optional.empty());
		world.idp.add(new IdpClient("office-desk", Optional.of("new-secret"), Set.of(), true));
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(old, world.wanted(true), null));
		assertEquals(ProblemKind.CONFIGURATION, e.problem().kind(), "the sign-in itself is not to blame");
		person = new SecretPerson(world.anna(), "new-secret");
		Session session = signIn(binding("secret"), Optional.of(old));
		assertEquals(List.of(true), person.asked.stream().map(request -> request.retry()).toList());
		assertEquals("new-secret", OidcWorld.text(session.secrets().get("clientSecret")));
	}

	@Test
	void thatIsAlwaysWrongEndsTheQuestions() {
		person = new SecretPerson(world.anna(), "wrong-1", "wrong-2", "wrong-3", "wrong-4");
		ProblemException e = assertThrows(ProblemException.class, () -> signIn(binding("secret"), Optional.empty()));
		assertEquals("auth.client-refused", e.problem().id());
		assertEquals(3, person.asked.size());
	}

	@Test
	void thatNobodyCanEnterIsNamedBeforeTheBrowserOpens() {
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().signIn(request(binding("secret"), Optional.empty()), world.anna(), null));
		assertEquals("auth.client-secret-missing", e.problem().id());
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void isTakenForRevokingToo() throws ProblemException {
		Session session = signIn(binding("secret"), Optional.empty());
		world.provider().revoke(session, null);
		assertEquals(ProblemKind.SIGN_IN_NEEDED,
				assertThrows(ProblemException.class, () -> world.provider().credential(session, world.wanted(true), null)).problem().kind());
	}

	@Test
	void isNotSeenInAProblemOfAProviderThatEchoesIt() throws ProblemException {
		Session session = signIn(binding("secret"), Optional.empty());
		world.idp.nextTokenAnswer(org.postkontor.testkit.peer.HttpAnswer.json(400,
				"{\"error\":\"invalid_grant\",\"error_description\":\"secret " + SECRET + " is odd\"}"));
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().credential(session, world.wanted(true), null));
		assertFalse((e.problem() + e.getMessage() + session + world.opened).contains("canary"));
	}

	private Session signIn(AuthBinding binding, Optional<Session> previous) throws ProblemException {
		return world.provider().signIn(request(binding, previous), person, null);
	}

	private static SignInRequest request(AuthBinding binding, Optional<Session> previous) {
		SignInRequest first = OidcWorld.request(binding, Direction.SEND);
		return new SignInRequest(binding, first.address(), first.resources(), first.directions(), UserChoice.SUGGESTED, previous, Optional.empty());
	}

	private AuthBinding binding(String method) {
		return AuthBinding.of("oauth", OidcWorld.ANNA,
				Map.of("issuer", world.idp.issuer(), "clientId", "office-desk", "scopesSend", "mail.send", "clientAuth", method));
	}

	private Branding branding(String secret) {
		return new Branding("", List.of(), Optional.empty(), List.of(new Branding.Client(world.idp.issuer(), "office-desk", "", "", secret)));
	}

	private boolean sentInTheBody() {
		return world.idp.backChannelRequests().stream().filter(seen -> seen.path().equals("/token")).map(HttpSeen::body).anyMatch(body -> body.contains("client_secret="));
	}
}
