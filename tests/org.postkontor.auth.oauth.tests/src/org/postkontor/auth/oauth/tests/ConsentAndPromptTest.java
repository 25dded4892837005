package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

/** What is asked of the provider's page, and what earlier answers mean for it. */
class ConsentAndPromptTest {
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
	void addingReceivingKeepsTheRightToSend() throws ProblemException {
		Session sending = signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		Session both = signIn(Set.of(Direction.RECEIVE), UserChoice.SUGGESTED, Optional.of(sending), Optional.empty());
		assertTrue(both.scopes().containsAll(Set.of("mail.send", "mail.receive")), both.scopes().toString());
		assertEquals(sending.id(), both.id());
		assertTrue(world.opened.getLast().rights().contains("mail.send"), "the person sees all that is asked for");
	}

	@Test
	void signingInForSendingAloneDoesNotTakeReadingAway() throws ProblemException {
		Session both = signIn(Set.of(Direction.SEND, Direction.RECEIVE), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		Session again = signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.of(both), Optional.empty());
		assertTrue(again.scopes().contains("mail.receive"));
		Session fresh = world.provider().credential(again, world.wanted(true), null).changed().orElseThrow();
		assertTrue(fresh.scopes().containsAll(Set.of("mail.send", "mail.receive")), "also after a refresh");
	}

	@Test
	void rightsOfAnotherApplicationAreNotAskedFor() throws ProblemException {
		Session other = signIn(Set.of(Direction.RECEIVE), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		Session elsewhere = new Session(other.id(), other.provider(), other.issuer(), "another-client", other.subject(), other.names(), other.scopes(),
				other.hosts(), other.issued(), other.refreshed(), other.secrets(), other.attributes());
		signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.of(elsewhere), Optional.empty());
		assertFalse(asked().get("scope").contains("mail.receive"));
	}

	@Test
	void aProviderThatMergesRightsIsBelieved() throws ProblemException {
		world.meddle("/token", text -> text.replace("mail.send", "mail.send mail.receive"));
		Session session = signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		assertTrue(session.scopes().contains("mail.receive"));
	}

	@Test
	void theUserIsSuggestedAndNothingElseIsDemanded() throws ProblemException {
		signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		assertEquals(OidcWorld.ANNA, asked().get("login_hint"));
		assertFalse(asked().containsKey("prompt"));
	}

	@Test
	void choosingTheUserShowsTheProvidersList() throws ProblemException {
		signIn(Set.of(Direction.SEND), UserChoice.SELECT, Optional.empty(), Optional.empty());
		assertEquals("select_account", asked().get("prompt"));
		assertFalse(asked().containsKey("login_hint"));
	}

	@Test
	void signingInAnewDemandsIt() throws ProblemException {
		signIn(Set.of(Direction.SEND), UserChoice.AGAIN, Optional.empty(), Optional.empty());
		assertEquals("login", asked().get("prompt"));
	}

	@Test
	void aProviderThatKnowsNoLoginPromptIsAskedInItsOwnWords() throws ProblemException {
		world.provider(Map.of("prompts", "select_account consent"))
				.signIn(request(Set.of(Direction.SEND), UserChoice.AGAIN, Optional.empty(), Optional.empty()), world.anna(), null);
		assertEquals("select_account", asked().get("prompt"));
	}

	@Test
	void consentIsDemandedOnlyWhenNoRefreshTokenCame() throws ProblemException {
		world.meddleOnce("/token", text -> text.replace("\"refresh_token\"", "\"other\""));
		Session session = signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		assertEquals(2, world.opened.size());
		assertFalse(OidcWorld.query(world.opened.getFirst().url()).containsKey("prompt"));
		assertEquals("consent", asked().get("prompt"));
		assertTrue(session.secret("refresh").isPresent());
	}

	@Test
	void aProviderWithoutRefreshTokensIsAskedTwiceAtMost() throws ProblemException {
		world.meddle("/token", text -> text.replace("\"refresh_token\"", "\"other\""));
		Session session = signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		assertEquals(2, world.opened.size());
		assertTrue(session.secret("refresh").isEmpty());
	}

	@Test
	void aClaimsChallengeGoesToTheProvidersPage() throws ProblemException {
		String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
		signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.of(claims));
		assertEquals(claims, asked().get("claims"));
	}

	@Test
	void aClaimsChallengeOfAResourceFetchesTheTokenAnew() throws ProblemException {
		Session session = signIn(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
		CredentialRequest challenged = new CredentialRequest(world.binding(), OidcWorld.SMTP, false, Optional.of("{}"));
		assertTrue(world.provider().credential(session, challenged, null).changed().isPresent());
	}

	@Test
	void theForeseeableEndIsKnowable() throws ProblemException {
		world.meddle("/token", text -> text.replace("\"refresh_token\"", "\"refresh_token_expires_in\":604799,\"refresh_token\""));
		Session session = world.provider(Map.of("unusedDays", "180", "testingDays", "7"))
				.signIn(request(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty()), world.anna(), null);
		assertEquals("180", session.attribute("unusedDays").orElseThrow());
		assertEquals("7", session.attribute("testingDays").orElseThrow());
		assertEquals(world.clock.instant().plus(Duration.ofSeconds(604799)).toString(), session.attribute("refreshExpires").orElseThrow());
	}

	@Test
	void anApplicationThatIsNotInTestingIsNotSaidToEnd() throws ProblemException {
		Session session = world.provider(Map.of("unusedDays", "180", "testingDays", "7"))
				.signIn(request(Set.of(Direction.SEND), UserChoice.SUGGESTED, Optional.empty(), Optional.empty()), world.anna(), null);
		assertTrue(session.attribute("testingDays").isEmpty());
	}

	@Test
	void anAccountCanSayThatItsApplicationIsInTesting() throws ProblemException {
		AuthBinding binding = AuthBinding.of("oauth", OidcWorld.ANNA,
				Map.of("issuer", world.idp.issuer(), "clientId", "postkontor-demo", "scopesSend", "mail.send", "testing", "true"));
		Session session = world.provider(Map.of("testingDays", "7")).signIn(OidcWorld.request(binding, Direction.SEND), world.anna(), null);
		assertEquals("7", session.attribute("testingDays").orElseThrow());
	}

	private Session signIn(Set<Direction> directions, UserChoice users, Optional<Session> previous, Optional<String> claims) throws ProblemException {
		return world.provider().signIn(request(directions, users, previous, claims), world.anna(), null);
	}

	private SignInRequest request(Set<Direction> directions, UserChoice users, Optional<Session> previous, Optional<String> claims) {
		SignInRequest plain = world.request();
		return new SignInRequest(plain.binding(), plain.address(), plain.resources(), directions, users, previous, claims);
	}

	private Map<String, String> asked() {
		return OidcWorld.query(List.copyOf(world.opened).getLast().url());
	}
}
