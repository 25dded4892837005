package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.check.CheckReport;
import org.postkontor.check.NamedIssuer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.idp.IdpUser;

/**
 * An issuer named in an OAUTHBEARER error, from the mail server's words to a sign-in there: real servers, transports, account
 * test, broker and provider; one identity provider that the account uses, and one that its servers want.
 */
class NamedIssuerTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);

	@TempDir
	Path home;
	BrokerStage stage;
	MailOffice office;
	IdentityProvider named;
	final List<String> oldTokens = new CopyOnWriteArrayList<>();
	final List<String> newTokens = new CopyOnWriteArrayList<>();
	Account account;

	@BeforeEach
	void signInWhereTheAccountSays() throws Exception {
		stage = new BrokerStage(home);
		office = new MailOffice();
		named = new IdentityProvider(OidcWorld.AUTHORITY, stage.world.clock).named("localhost").add(IdpUser.of(OidcWorld.ANNA, "annas-password"));
		stage.world.idp.onTokenIssued((user, token) -> oldTokens.add(token));
		named.onTokenIssued((user, token) -> {
			newTokens.add(token);
			office.imap.accounts().token(user.username(), token);
			office.smtp.accounts().token(user.username(), token);
		});
		String error = "{\"status\":\"invalid_token\",\"openid-configuration\":\"" + named.issuer() + "/.well-known/openid-configuration\"}";
		office.imap.accounts().oauthError(error);
		office.smtp.accounts().oauthError(error);
		account = stage.broker.signIn(office.account(stage.world.binding()), BOTH, stage.world.anna(), null);
	}

	@AfterEach
	void stop() throws Exception {
		named.close();
		office.close();
		stage.close();
	}

	/** The office has an application at the issuer that is named. */
	private void register() {
		stage.world.branding = new Branding("", List.of(), Optional.empty(),
				List.of(new Branding.Client(named.issuer(), "postkontor-demo", "mail.receive", "mail.send")));
	}

	private NamedIssuer offer() {
		List<NamedIssuer> offers = NamedIssuer.in(office.check(stage.broker, account).steps());
		assertEquals(1, offers.size());
		return offers.getFirst();
	}

	private Account approved(NamedIssuer offer) throws ProblemException {
		return offer.merged(account, stage.broker.signIn(offer.asked(account), BOTH, stage.world.anna(), null));
	}

	@Test
	void nobodyAsksThereUntilAPersonHasApprovedIt() throws Exception {
		register();
		NamedIssuer offer = offer();
		assertEquals(named.issuer(), offer.issuer());
		assertEquals(2, offer.suggestions().size());
		offer();
		assertEquals(List.of(), named.backChannelRequests());
		assertEquals(List.of(), newTokens);
		approved(offer);
		assertFalse(named.backChannelRequests().isEmpty());
	}

	@Test
	void afterTheApprovalTheAccountWorksWithTokensOfTheNewIssuer() throws Exception {
		register();
		account = approved(offer());
		CheckReport report = office.check(stage.broker, account);
		assertTrue(report.passed(), report::toString);
		assertEquals(List.of(), NamedIssuer.in(report.steps()));
		for (Endpoint endpoint : account.endpoints()) {
			assertEquals("oauth", endpoint.auth().provider());
			assertEquals(named.issuer(), endpoint.auth().settings().get("issuer"));
			Session session = stage.broker.session(endpoint.auth()).orElseThrow();
			assertEquals(named.issuer(), session.issuer());
			assertEquals(Set.of("localhost"), session.hosts(), "the approval is kept with the sign-in");
		}
		assertTrue(MailOffice.said(office.smtp.server().transcripts()).contains("AUTH OAUTHBEARER"));
		assertTrue(newTokens.contains(token(account.endpoints().getLast())));
	}

	@Test
	void tokensOfTheNewIssuerGoToNoOtherHost() throws Exception {
		register();
		account = approved(offer());
		Endpoint imap = account.endpoints().getFirst();
		Resource elsewhere = new Resource(imap.protocol(), "imap.example.test", imap.port());
		ProblemException e = assertThrows(ProblemException.class,
				() -> stage.broker.credential(imap.auth(), elsewhere, Interaction.FORBIDDEN, null));
		assertEquals("auth.foreign-host", e.problem().id());
	}

	@Test
	void nothingOfTheOldIssuerIsSentToTheNewOne() throws Exception {
		register();
		List<String> secrets = new ArrayList<>(oldTokens);
		secrets.add(stage.refreshToken(account.endpoints().getFirst().auth()));
		account = approved(offer());
		office.check(stage.broker, account);
		secrets.addAll(oldTokens);
		assertTrue(secrets.size() > 2, "the refused token was refreshed, too");
		String seen = named.backChannelRequests().toString();
		for (String secret : secrets) {
			assertEquals(List.of(), Canary.of(secret).findIn(seen));
		}
	}

	@Test
	void withoutAnOwnClientIdTheOfficeIsLedToTheRegistrationBeforeAnybodyIsAsked() throws Exception {
		NamedIssuer offer = offer();
		Problem problem = assertThrows(ProblemException.class, () -> approved(offer)).problem();
		assertEquals("auth.client-unknown", problem.id());
		assertEquals(Remedy.REGISTER_APP, problem.remedy());
		assertEquals(named.issuer(), problem.values().get("issuer"));
		assertEquals(List.of(), named.backChannelRequests());
		assertEquals(stage.world.idp.issuer(), stage.broker.session(account.endpoints().getFirst().auth()).orElseThrow().issuer(),
				"the sign-in that was there is untouched");
	}

	@Test
	void aServerThatDidNotNameItKeepsItsOwnIssuer() throws Exception {
		register();
		stage.world.idp.onTokenIssued((user, token) -> office.imap.accounts().token(user.username(), token));
		named.onTokenIssued((user, token) -> office.smtp.accounts().token(user.username(), token));
		office.imap.accounts().token(OidcWorld.ANNA, oldTokens.getLast());
		account = approved(offerOf(1));
		assertTrue(office.check(stage.broker, account).passed());
		assertEquals(stage.world.idp.issuer(), account.endpoints().getFirst().auth().settings().get("issuer"));
		account = stage.broker.signIn(account, BOTH, stage.world.anna(), null);
		assertTrue(office.check(stage.broker, account).passed(), "a later sign-in asks both, each for its own server");
	}

	private NamedIssuer offerOf(int servers) {
		NamedIssuer offer = offer();
		assertEquals(servers, offer.suggestions().size());
		return offer;
	}

	private String token(Endpoint endpoint) throws ProblemException {
		return ((org.postkontor.auth.Credential.BearerToken) stage.broker.credential(endpoint.auth(), Resource.of(endpoint), Interaction.FORBIDDEN, null))
				.token().use(text -> text);
	}

	@Test
	void theOfferIsSaidInBothLanguages() {
		stage.assertExplained(office.check(stage.broker, account).steps().get(1).children().stream().flatMap(step -> step.problem().stream())
				.findFirst().orElseThrow());
	}
}
