package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.OFFICE;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.PRIVATE;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP_RIGHT;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.binding;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.query;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.request;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.sending;

import java.io.IOException;
import java.time.Duration;
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
import org.postkontor.net.Trust;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.peer.HttpAnswer;

class SignInTest {
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
	void theSessionSaysWhoSignedInWhereAndWithWhichRights() throws Exception {
		Session session = world.signIn(sending(ANNA));
		assertEquals(List.of(ANNA), session.names());
		assertTrue(session.subject().endsWith("." + OFFICE.id()), session.subject());
		assertEquals(Optional.of(OFFICE.id()), session.attribute("tenant"));
		assertEquals(Optional.of("90"), session.attribute("unusedDays"));
		assertEquals(Set.of(SMTP_RIGHT), session.scopes());
		assertEquals("https://login.microsoftonline.com", session.issuer());
		assertEquals(MicrosoftWorld.APP, session.clientId());
		assertEquals(Set.of("cache"), session.secrets().keySet());
	}

	@Test
	void personalAccountsSignInToo() throws Exception {
		Session session = world.signIn(sending(PRIVATE));
		assertEquals(List.of(PRIVATE), session.names());
		assertEquals(Optional.of("9188040d-6c67-4c5b-b112-36a304b66dad"), session.attribute("tenant"));
	}

	@Test
	void theBrowserGetsStateNonceAndPkceAndComesBackToLocalhost() throws Exception {
		world.signIn(sending(ANNA));
		Map<String, String> query = query(world.opened.getFirst().url());
		assertEquals("login.microsoftonline.com", world.opened.getFirst().url().getHost());
		assertEquals("S256", query.get("code_challenge_method"));
		assertEquals(43, query.get("code_challenge").length());
		assertEquals(43, query.get("state").length());
		assertEquals(43, query.get("nonce").length());
		assertNotEquals(query.get("state"), query.get("nonce"));
		assertEquals("query", query.get("response_mode"));
		assertTrue(query.get("redirect_uri").matches("http://localhost:\\d+"), query.get("redirect_uri"));
		assertEquals(ANNA, query.get("login_hint"));
		assertFalse(query.containsKey("prompt"));
		assertEquals(List.of(SMTP_RIGHT), world.opened.getFirst().rights());
	}

	@Test
	void nothingIsSentWithAnOriginOrToAnybodyElse() throws Exception {
		Session session = world.signIn(sending(ANNA));
		world.credential(session, SMTP, true);
		assertEquals(2, world.calls.size());
		world.calls.forEach(call -> {
			assertEquals("login.microsoftonline.com", call.uri().getAuthority());
			assertEquals(Trust.PUBLIC, call.trust());
		});
		world.idp.backChannelRequests().forEach(seen -> assertEquals("", seen.header("origin")));
	}

	@Test
	void aPersonWhoChoosesIsOfferedNobody() throws Exception {
		world.provider().signIn(sending(ANNA).as(UserChoice.SELECT), world.person(ANNA), null);
		Map<String, String> query = query(world.opened.getFirst().url());
		assertEquals("select_account", query.get("prompt"));
		assertFalse(query.containsKey("login_hint"));
		world.provider().signIn(sending(ANNA).as(UserChoice.AGAIN), world.person(ANNA), null);
		assertEquals("login", query(world.opened.getLast().url()).get("prompt"));
	}

	@Test
	void theAddressOfTheBrowserCanBePasted() throws Exception {
		PastingPerson person = new PastingPerson(world, MicrosoftWorld.browser(ANNA));
		assertEquals(List.of(ANNA), world.provider().signIn(sending(ANNA), person, null).names());
		assertEquals(List.of(false, true), person.taken);
	}

	@ParameterizedTest
	@CsvSource({ "organizations", "kanzlei.example.test", "11111111-2222-3333-4444-555555555555" })
	void theTenantOfTheAccountCounts(String tenant) throws Exception {
		AuthBinding binding = binding(ANNA, "tenant", tenant);
		world.signIn(request(binding, Set.of(Direction.SEND), SMTP));
		assertTrue(world.opened.getFirst().url().getPath().startsWith("/" + tenant + "/"));
		assertTrue(world.calls.getFirst().uri().getPath().startsWith("/" + tenant + "/"));
	}

	@ParameterizedTest
	@CsvSource({ "https://login.microsoftonline.com,common", "https://login.microsoftonline.com/kanzlei.example.test/v2.0,kanzlei.example.test",
			"https://login.microsoftonline.com/organizations,organizations" })
	void clientAndTenantComeFromTheBrandingToo(String issuer, String tenant) throws Exception {
		Branding branding = new Branding("", List.of(), Optional.empty(), List.of(new Branding.Client(issuer, MicrosoftWorld.APP, "", "")));
		SignInRequest request = request(AuthBinding.of("microsoft", ANNA, Map.of()), Set.of(Direction.SEND), SMTP);
		world.provider(branding).signIn(request, world.person(ANNA), null);
		assertEquals(MicrosoftWorld.APP, query(world.opened.getFirst().url()).get("client_id"));
		assertTrue(world.opened.getFirst().url().getPath().startsWith("/" + tenant + "/"));
	}

	@Test
	void withoutAClientTheOfficeHasToRegisterOne() {
		Problem problem = refused(request(AuthBinding.of("microsoft", ANNA, Map.of()), Set.of(Direction.SEND), SMTP));
		assertEquals("auth.client-unknown", problem.id());
		assertEquals(Remedy.REGISTER_APP, problem.remedy());
		assertEquals(List.of(), world.opened);
	}

	@Test
	void aTenantThatIsNoneIsRefusedBeforeAnythingIsOpened() {
		assertEquals("auth.microsoft.tenant-invalid", refused(request(binding(ANNA, "tenant", "../x"), Set.of(Direction.SEND), SMTP)).id());
		assertEquals(List.of(), world.opened);
	}

	@Test
	void theErrorOfThePageReachesThePerson() {
		world.idp.nextAuthorizeError("temporarily_unavailable", 90033);
		Problem problem = refused(sending(ANNA));
		assertEquals("auth.provider-unavailable", problem.id());
		assertTrue(problem.details().get("description").startsWith("AADSTS90033"), problem.details().toString());
	}

	@Test
	void aUserOfAnotherOrganisationIsExplained() {
		Problem problem = refused(request(binding(PRIVATE, "tenant", "kanzlei.example.test"), Set.of(Direction.SEND), SMTP));
		assertEquals(ProblemKind.CONSENT_NEEDED, problem.kind());
		assertTrue(problem.details().get("description").startsWith("AADSTS50020"), problem.details().toString());
	}

	@Test
	void theErrorOfTheTokenEndpointReachesThePersonWithWhatAnAdministratorNeeds() {
		world.idp.nextTokenError(400, "invalid_grant", "", 54005);
		Problem problem = refused(sending(ANNA));
		assertEquals("auth.sign-in-expired", problem.id());
		assertTrue(problem.details().containsKey("correlation_id") && problem.details().containsKey("trace_id"), problem.details().toString());
	}

	@ParameterizedTest
	@CsvSource({ "200,<html>Please pay for the network</html>", "200,'{\"access_token\":\"canary-token\",\"id_token\":\"no.jwt\",\"expires_in\":10}'",
			"200,'{\"access_token\":\"canary-token\"}'", "503,busy", "302,moved" })
	void anAnswerThatIsNoneIsTheProvidersFaultAndQuotedNowhere(int status, String body) {
		world.idp.nextTokenAnswer(HttpAnswer.of(status, "text/html", body));
		ProblemException e = assertThrows(ProblemException.class, () -> world.signIn(sending(ANNA)));
		assertEquals("auth.provider-answer", e.problem().id());
		assertEquals(ProblemKind.SERVER, e.problem().kind());
		assertFalse(String.valueOf(e).contains("canary") || e.problem().toString().contains("canary"));
	}

	@Test
	void aClockThatIsFarOffIsNamed() throws Exception {
		Duration ahead = Duration.ofHours(2);
		org.postkontor.testkit.FakeClock wrong = new org.postkontor.testkit.FakeClock(world.clock.instant().minus(ahead));
		var provider = new org.postkontor.auth.microsoft.internal.MicrosoftAuthProvider(world.http(), wrong, (delay, action) -> () -> {
		}, Branding.NONE, org.postkontor.problem.Explanations.NONE);
		ProblemException e = assertThrows(ProblemException.class, () -> provider.signIn(sending(ANNA), world.person(ANNA), null));
		assertEquals("auth.clock-wrong", e.problem().id());
		assertEquals("-2:00:00", e.problem().values().get("offset"));
	}

	private Problem refused(SignInRequest request) {
		return assertThrows(ProblemException.class, () -> world.signIn(request)).problem();
	}
}
