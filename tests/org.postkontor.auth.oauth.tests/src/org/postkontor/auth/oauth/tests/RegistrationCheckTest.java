package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.Problem;
import org.postkontor.testkit.idp.IdpClient;
import org.postkontor.testkit.peer.HttpAnswer;

/** What is found out about an application's registration, and that nothing is claimed that was not seen. */
class RegistrationCheckTest {
	private static final String SECRET = "canary+secret/with=signs%";
	OidcWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
		world.idp.add(new IdpClient("office-desk", Optional.of(SECRET), Set.of(), true));
		world.idp.add(new IdpClient("web-page", Optional.empty(), Set.of("https://app.example.test/back"), false));
	}

	@AfterEach
	void close() {
		world.close();
		assertEquals(List.of(), world.browserFailures);
	}

	@Test
	void aRightRegistrationPassesAllSteps() {
		assertResults(check(world.binding(), world.anna()), "PASSED PASSED PASSED PASSED PASSED PASSED");
		assertEquals(1, world.opened.size());
	}

	@Test
	void whatOnlyASignInShowsIsUnknownWithoutOne() {
		assertResults(check(world.binding(), new ClosingPerson()), "PASSED PASSED PASSED PASSED UNKNOWN UNKNOWN");
	}

	@Test
	void aPageThatSaysNothingProvesNothingUntilSomebodySignsIn() {
		onPage(reply -> new HttpReply(200, Map.of(), "<html>Sign in to redirect_uri with your client_id</html>".getBytes(), reply.hops()));
		assertResults(check(world.binding(), new ClosingPerson()), "PASSED UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN");
		assertResults(check(world.binding(), world.anna()), "PASSED PASSED PASSED PASSED PASSED PASSED");
	}

	@Test
	void anUnknownClientIsFoundWithoutAPerson() {
		Problem problem = mistake(Step.CLIENT_KNOWN, "auth.client-not-known", check(binding("another", "none"), world.anna()));
		assertEquals("another", problem.values().get("client"));
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void aMissingRedirectAddressIsFoundWithoutAPersonAndNamedExactly() {
		Problem problem = mistake(Step.REDIRECT, "auth.redirect-refused", check(binding("web-page", "none"), world.anna()));
		assertEquals("http://localhost/", problem.values().get("redirect"));
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void theRedirectHostOfTheProviderIsTheOneThatIsNamed() {
		RegistrationCheck provider = (RegistrationCheck) world.provider(Map.of("redirectHost", "127.0.0.1"));
		List<Finding> findings = provider.check(OidcWorld.request(binding("web-page", "none"), Direction.SEND), world.anna(), null);
		assertEquals("http://127.0.0.1/", mistake(Step.REDIRECT, "auth.redirect-refused", findings).values().get("redirect"));
	}

	@Test
	void aClientThatNeedsASecretIsFoundWithoutAPerson() {
		mistake(Step.CLIENT_KIND, "oauth.secret-demanded", check(binding("office-desk", "none"), world.anna()));
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void aProviderThatCallsAMissingSecretAnInvalidRequestIsUnderstood() {
		world.idp.nextTokenAnswer(HttpAnswer.json(400, "{\"error\":\"invalid_request\",\"error_description\":\"client_secret is missing.\"}"));
		mistake(Step.CLIENT_KIND, "oauth.secret-demanded", check(world.binding(), world.anna()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_secret_post", "client_secret_basic", "secret" })
	void theRightSecretIsAskedForOnce(String method) {
		SecretPerson person = new SecretPerson(world.anna(), SECRET);
		assertResults(check(binding("office-desk", method), person), "PASSED PASSED PASSED PASSED PASSED PASSED");
		assertEquals(1, person.asked.size());
	}

	@Test
	void aWrongSecretIsFoundBeforeTheBrowserOpens() {
		SecretPerson person = new SecretPerson(world.anna(), "canary-wrong");
		List<Finding> findings = check(binding("office-desk", "client_secret_post"), person);
		mistake(Step.CLIENT_KIND, "auth.client-secret-refused", findings);
		assertFalse(findings.toString().contains("canary"));
		assertTrue(world.opened.isEmpty());
	}

	/** As Keycloak says it. */
	@Test
	void aWrongSecretIsFoundWhereItIsCalledUnauthorized() {
		world.idp.nextTokenAnswer(HttpAnswer.json(401, "{\"error\":\"unauthorized_client\",\"error_description\":\"Invalid client or Invalid client credentials\"}"));
		Problem problem = mistake(Step.CLIENT_KIND, "auth.client-secret-refused",
				check(binding("office-desk", "client_secret_post"), new SecretPerson(world.anna(), "canary-wrong")));
		assertEquals("unauthorized_client", problem.details().get("error"), "as it was said");
	}

	/** Links of Keycloak's page carry the parameters of the request. */
	@Test
	void whatNobodyReadsOnAPageDoesNotCount() {
		String page = "<a href='/login?client_id=postkontor-demo'>Back</a><script>client_id='x';</script><p>Invalid parameter: redirect_uri</p>";
		onPage(reply -> new HttpReply(400, Map.of(), page.getBytes(), reply.hops()));
		mistake(Step.REDIRECT, "auth.redirect-refused", check(world.binding(), world.anna()));
	}

	@Test
	void aSecretThatNobodyCanEnterIsMissed() {
		mistake(Step.CLIENT_KIND, "auth.client-secret-missing", check(binding("office-desk", "secret"), world.anna()));
	}

	@Test
	void aSecretThatTheProviderTookProvesTheClientWithoutItsPage() {
		onPage(reply -> new HttpReply(200, Map.of(), new byte[0], reply.hops()));
		SecretPerson person = new SecretPerson(new ClosingPerson(), SECRET);
		assertResults(check(binding("office-desk", "secret"), person), "PASSED PASSED PASSED UNKNOWN UNKNOWN UNKNOWN");
	}

	@Test
	void aPageThatDoesNotSayWhichIsWrongIsNotInterpreted() {
		onPage(reply -> new HttpReply(400, Map.of(), "<html>Bad Request</html>".getBytes(), reply.hops()));
		mistake(Step.REDIRECT, "auth.sign-in-page-refused", check(world.binding(), world.anna()), Step.CLIENT_KNOWN, Step.CLIENT_KIND);
		mistake(Step.CLIENT_KNOWN, "auth.client-or-secret", check(binding("another", "none"), world.anna()));
	}

	@Test
	void withoutAPageTheTokenEndpointsRefusalNamesBothReasons() {
		onPage(reply -> new HttpReply(200, Map.of(), new byte[0], reply.hops()));
		mistake(Step.CLIENT_KIND, "auth.client-or-secret", check(binding("another", "none"), world.anna()), Step.CLIENT_KNOWN);
	}

	@ParameterizedTest
	@CsvSource({ "invalid_client,no such application,CLIENT_KNOWN,auth.client-not-known",
			"invalid_request,The redirect_uri does not match,REDIRECT,auth.redirect-refused" })
	void aProviderWithAPageOfItsOwnForErrorsIsUnderstood(String error, String words, Step step, String id) {
		String location = "https://login.example.test/error?error=" + error + "&error_description=" + words.replace(' ', '+');
		onPage(reply -> new HttpReply(302, Map.of("location", List.of(location)), new byte[0], reply.hops()));
		mistake(step, id, check(world.binding(), world.anna()));
	}

	@ParameterizedTest
	@CsvSource({ "redirect_uri_mismatch,REDIRECT,auth.redirect-refused", "invalid_client,CLIENT_KNOWN,auth.client-not-known" })
	void theErrorPageOfGoogleIsUnderstood(String error, Step step, String id) {
		String words = Base64.getUrlEncoder().encodeToString(("\n" + (char) error.length() + error + "\022\001x").getBytes(StandardCharsets.ISO_8859_1));
		String location = "https://login.example.test/signin/oauth/error?authError=" + words + "&client_id=abc&redirect_uri=http://127.0.0.1";
		onPage(reply -> new HttpReply(302, Map.of("location", List.of(location)), new byte[0], reply.hops()));
		mistake(step, id, check(world.binding(), world.anna()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login?client_id=abc&redirect_uri=http://127.0.0.1", "https://login.example.test/?authError=%25%25%25", "", "http://[" })
	void aFurtherHopSaysNothing(String location) {
		onPage(reply -> new HttpReply(302, Map.of("location", List.of(location)), new byte[0], reply.hops()));
		assertResults(check(world.binding(), new ClosingPerson()), "PASSED UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN");
	}

	@Test
	void aClientThatMayNotSignInThisWayIsFoundWithoutAPerson() {
		world.idp.nextAuthorizeError("unauthorized_client");
		mistake(Step.CLIENT_KIND, "auth.client-unauthorized", check(world.binding(), world.anna()));
		world.idp.nextTokenAnswer(HttpAnswer.json(400, "{\"error\":\"unauthorized_client\"}"));
		mistake(Step.CLIENT_KIND, "auth.client-unauthorized", check(world.binding(), world.anna()));
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void rightsThatTheProviderRefusesAreNamedWithoutAPerson() {
		world.idp.nextAuthorizeError("invalid_scope");
		AuthBinding binding = world.binding("scopesSend", "mail.sending");
		Problem problem = mistake(Step.RIGHTS, "auth.scope-refused", check(binding, world.anna()));
		assertEquals("mail.sending", problem.details().get("unlisted"));
		assertTrue(world.opened.isEmpty());
	}

	@Test
	void rightsThatWereNotGivenAreNamed() {
		world.meddle("/token", text -> text.replace(" mail.send", ""));
		Problem problem = mistake(Step.RIGHTS, "auth.rights-missing", check(world.binding(), world.anna()));
		assertEquals("mail.send", problem.details().get("missing"));
	}

	@Test
	void aSignInThatCannotBeRenewedIsFound() {
		world.meddle("/token", text -> text.replace("\"refresh_token\"", "\"other\""));
		mistake(Step.REFRESH, "auth.no-refresh-token", check(world.binding(), world.anna()));
	}

	@Test
	void aRefreshTokenThatIsRefusedIsFound() {
		SignInPrompt person = new SecretPerson(world.anna()) {
			@Override
			public void done() {
				world.idp.revokeAll(OidcWorld.ANNA);
			}
		};
		mistake(Step.REFRESH, "auth.sign-in-expired", check(world.binding(), person));
	}

	@Test
	void withoutTheNetworkTheFirstStepSaysSo() {
		world.offline = true;
		List<Finding> findings = check(world.binding(), world.anna());
		assertEquals(List.of(Step.ENDPOINTS), findings.stream().map(Finding::step).toList());
		assertEquals("net.unreachable", findings.getFirst().problem().orElseThrow().id());
	}

	@Test
	void aMissingClientIdIsNamedFirst() {
		mistake(Step.ENDPOINTS, "auth.client-unknown",
				check(AuthBinding.of("oauth", OidcWorld.ANNA, Map.of("issuer", world.idp.issuer())), world.anna()));
	}

	@Test
	void anIssuerThatCallsItselfOtherwiseIsNamed() {
		world.meddle("/.well-known/openid-configuration", text -> text.replace("\"issuer\":\"" + world.idp.issuer(), "\"issuer\":\"" + world.idp.issuer() + "/"));
		Problem problem = mistake(Step.ENDPOINTS, "auth.issuer-other", check(world.binding(), world.anna()));
		assertEquals(world.idp.issuer() + "/", problem.details().get("told"));
	}

	@Test
	void endpointsWithoutEncryptionAreNamed() {
		world.meddle("/.well-known/openid-configuration", text -> text.replace("\"token_endpoint\":\"https", "\"token_endpoint\":\"http"));
		Problem problem = mistake(Step.ENDPOINTS, "auth.endpoints", check(world.binding(), world.anna()));
		assertTrue(problem.details().get("reason").contains("token_endpoint"));
	}

	@ParameterizedTest
	@CsvSource({ "503,auth.provider-unavailable,'{\"error\":\"server_error\"}'", "404,auth.provider-answer,<html>not here</html>" })
	void aTokenEndpointInTroubleIsNotBlamedOnTheClient(int status, String id, String body) {
		world.idp.nextTokenAnswer(HttpAnswer.json(status, body));
		mistake(Step.ENDPOINTS, id, check(world.binding(), world.anna()));
	}

	@Test
	void aSignInPageThatIsNotThereIsAMistakeOfTheEndpoints() {
		onPage(reply -> new HttpReply(404, Map.of(), new byte[0], reply.hops()));
		mistake(Step.ENDPOINTS, "auth.provider-answer", check(world.binding(), world.anna()));
	}

	private List<Finding> check(AuthBinding binding, SignInPrompt prompt) {
		return ((RegistrationCheck) world.provider()).check(OidcWorld.request(binding, Direction.SEND), prompt, null);
	}

	private AuthBinding binding(String clientId, String clientAuth) {
		return world.binding("clientId", clientId, "clientAuth", clientAuth);
	}

	private void onPage(UnaryOperator<HttpReply> answer) {
		world.meddling.put("/authorize", answer);
	}

	private static void assertResults(List<Finding> findings, String results) {
		assertEquals(List.of(Step.values()), findings.stream().map(Finding::step).toList(), findings.toString());
		assertEquals(results, String.join(" ", findings.stream().map(finding -> finding.result().name()).toList()), findings.toString());
	}

	/** Its step is the last one, and the ones before passed, but for those that nothing is known about. */
	private static Problem mistake(Step step, String id, List<Finding> findings, Step... unknown) {
		Finding last = findings.getLast();
		assertEquals(step, last.step(), findings.toString());
		assertEquals(id, last.problem().orElseThrow().id(), findings.toString());
		for (Finding before : findings.subList(0, findings.size() - 1)) {
			assertEquals(List.of(unknown).contains(before.step()) ? Result.UNKNOWN : Result.PASSED, before.result(), findings.toString());
		}
		new ExplainedProblem(last.problem().get()).assertInBothLanguages();
		return last.problem().get();
	}
}
