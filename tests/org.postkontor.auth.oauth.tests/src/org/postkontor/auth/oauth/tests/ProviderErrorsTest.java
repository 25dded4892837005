package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.testkit.peer.HttpAnswer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Every error of a sign-in provider, over the wire: what the user is told, what becomes of the sign-in, how often is asked. */
class ProviderErrorsTest {
	private static final String TABLE = "/org/postkontor/auth/oauth/tests/entra-errors.csv";

	@TempDir
	static Path home;
	static BrokerStage stage;
	static AuthBinding binding;

	@BeforeAll
	static void signIn() throws Exception {
		stage = new BrokerStage(home);
		binding = stage.signedIn();
	}

	@AfterAll
	static void close() {
		stage.close();
	}

	@ParameterizedTest(name = "AADSTS{0}")
	@CsvFileSource(resources = TABLE, delimiter = '|')
	void everyNumberOfMicrosoftIsExplainedAndLosesNoToken(String number, int status, String error, String id, ProblemKind kind) throws Exception {
		Problem problem = refreshRefused(HttpAnswer.json(status, entra(number, error)));
		assertEquals(id, problem.id());
		assertEquals(kind, problem.kind());
		assertTrue(problem.details().get("code").startsWith(number + " "), problem.details().toString());
		assertEquals("https://login.microsoftonline.com/error?code=" + number, problem.details().get("lookup"));
		assertEquals("c0rre1ation-" + number, problem.details().get("correlation_id"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "invalid_grant||auth.sign-in-expired|SIGN_IN_NEEDED", "invalid_grant|consent_required|auth.consent-missing|CONSENT_NEEDED",
			"invalid_grant|user_password_expired|oauth.password-expired|SIGN_IN_NEEDED",
			"interaction_required|protection_policy_required|oauth.protection-policy|SIGN_IN_NEEDED",
			"interaction_required||auth.interaction-required|SIGN_IN_NEEDED", "interaction_required|consent_required|auth.consent-missing|CONSENT_NEEDED",
			"login_required||auth.interaction-required|SIGN_IN_NEEDED", "account_selection_required||auth.interaction-required|SIGN_IN_NEEDED",
			"consent_required||auth.consent-missing|CONSENT_NEEDED", "access_denied||auth.denied|CONSENT_NEEDED",
			"admin_policy_enforced||oauth.google-admin-policy|CONSENT_NEEDED", "unauthorized_client||auth.client-unauthorized|CONSENT_NEEDED",
			"invalid_resource||auth.resource-unknown|CONSENT_NEEDED", "invalid_target||auth.resource-unknown|CONSENT_NEEDED",
			"invalid_client||auth.client-refused|CONFIGURATION", "deleted_client||oauth.app-deleted|CONFIGURATION",
			"invalid_scope||auth.scope-refused|CONFIGURATION", "invalid_request||auth.request-refused|CONFIGURATION",
			"unsupported_grant_type||auth.request-refused|CONFIGURATION", "temporarily_unavailable||auth.provider-unavailable|SERVER",
			"server_error||auth.provider-unavailable|SERVER", "slow_down||auth.provider-unavailable|SERVER",
			"something_new||auth.provider-error|SERVER" })
	void everyErrorOfTheTokenEndpointHasItsReaction(String error, String suberror, String id, ProblemKind kind) throws Exception {
		JsonObject json = new JsonObject();
		json.addProperty("error", error);
		if (suberror != null) {
			json.addProperty("suberror", suberror);
		}
		Problem problem = refreshRefused(HttpAnswer.json(400, json.toString()));
		assertEquals(id, problem.id());
		assertEquals(kind, problem.kind());
	}

	@Test
	void theCausesOfGooglesEndedSignInsAreNamed() throws Exception {
		Problem problem = refreshRefused(
				HttpAnswer.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}"));
		assertEquals("oauth.google-ended", problem.id());
		assertEquals(ProblemKind.SIGN_IN_NEEDED, problem.kind());
	}

	@ParameterizedTest
	@CsvSource({ "500,invalid_grant", "503,interaction_required", "429,invalid_grant", "502,consent_required" })
	void aProviderInTroubleSaysNothingAboutTheSignInWhateverItsBody(int status, String error) throws Exception {
		Problem problem = refreshRefused(HttpAnswer.json(status, entra("700082", error)));
		assertEquals("auth.provider-unavailable", problem.id());
		assertEquals(ProblemKind.SERVER, problem.kind());
	}

	@Test
	void anUnknownNumberIsExplainedInGeneralWithItsDetails() throws Exception {
		Problem problem = refreshRefused(HttpAnswer.json(400, entra("4711000", "invalid_grant")));
		assertEquals("auth.sign-in-expired", problem.id());
		assertEquals("https://login.microsoftonline.com/error?code=4711000", problem.details().get("lookup"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "access_denied||auth.denied|CONSENT_NEEDED",
			"access_denied|AADSTS65004: User declined to consent|oauth.consent-declined|CONSENT_NEEDED",
			"access_denied|AADSTS90094: An administrator must grant|oauth.admin-consent|CONSENT_NEEDED",
			"consent_required|AADSTS90095: AdminConsentRequiredRequestAccess|oauth.admin-consent-requested|CONSENT_NEEDED",
			"interaction_required|AADSTS50105: not assigned|oauth.not-assigned|SIGN_IN_NEEDED",
			"access_denied|AADSTS53003: blocked|oauth.conditional-access|CONSENT_NEEDED",
			"unauthorized_client|AADSTS700016: not found|oauth.app-unknown|CONSENT_NEEDED",
			"invalid_resource|AADSTS500011: not found|oauth.service-missing|CONSENT_NEEDED",
			"invalid_client|AADSTS650057: invalid resource|oauth.registration-incomplete|CONFIGURATION",
			"invalid_request|AADSTS50011: redirect URI|oauth.redirect-uri|CONFIGURATION",
			"invalid_request|AADSTS90002: tenant not found|oauth.tenant-unknown|CONFIGURATION",
			"access_denied|This app is blocked|oauth.google-blocked|CONSENT_NEEDED",
			"org_internal||oauth.google-blocked|CONFIGURATION", "disallowed_useragent||oauth.google-browser|CONFIGURATION",
			"redirect_uri_mismatch||oauth.redirect-uri|CONFIGURATION", "admin_policy_enforced||oauth.google-admin-policy|CONSENT_NEEDED",
			"invalid_scope||auth.scope-refused|CONFIGURATION", "unsupported_response_type||auth.request-refused|CONFIGURATION",
			"temporarily_unavailable||auth.provider-unavailable|SERVER", "server_error|AADSTS90033: MsodsServiceUnavailable|oauth.provider-busy|SERVER",
			"something_new||auth.provider-error|SERVER" })
	void everyErrorInTheBrowserIsExplainedAndChangesNothing(String error, String description, String id, ProblemKind kind) throws Exception {
		String before = stage.refreshToken(binding);
		int requests = stage.world.idp.tokenRequests();
		stage.world.idp.nextAuthorizeError(error, description == null ? "said" : description);
		Problem problem = assertThrows(ProblemException.class, () -> stage.signIn(binding)).problem();
		assertEquals(id, problem.id());
		assertEquals(kind, problem.kind());
		stage.assertExplained(problem);
		assertEquals(before, stage.refreshToken(binding));
		assertEquals(requests, stage.world.idp.tokenRequests());
	}

	@Test
	void theTableHasEveryNumberOfTheCatalogue() throws IOException {
		Set<String> numbers = new TreeSet<>();
		for (var row : json("oauth-explanations.json")) {
			String codes = row.getAsJsonObject().get("codes").getAsString();
			Arrays.stream(codes.split(" ")).filter(code -> code.matches("\\d+")).forEach(numbers::add);
		}
		try (var in = ProviderErrorsTest.class.getResourceAsStream(TABLE)) {
			String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			assertEquals(numbers, table.lines().filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf('|')))
					.collect(Collectors.toCollection(TreeSet::new)));
		}
		assertTrue(numbers.size() > 120);
	}

	private static JsonArray json(String name) throws IOException {
		try (var in = new InputStreamReader(CatalogueExplanations.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(in).getAsJsonArray();
		}
	}

	/** One refused refresh, with what must hold whatever the reason: one request, no token lost, and it goes on afterwards. */
	private static Problem refreshRefused(HttpAnswer answer) throws ProblemException {
		stage.world.advance(Duration.ofHours(2));
		String before = stage.refreshToken(binding);
		int requests = stage.world.idp.tokenRequests();
		stage.world.idp.nextTokenAnswer(answer);
		Problem problem = stage.refused(binding);
		assertEquals(requests + 1, stage.world.idp.tokenRequests());
		assertEquals(before, stage.refreshToken(binding));
		boolean person = problem.kind() == ProblemKind.SIGN_IN_NEEDED || problem.kind() == ProblemKind.CONSENT_NEEDED;
		assertEquals(person ? List.of(problem) : List.of(), stage.broker.waiting().stream().map(waiting -> waiting.problem()).toList());
		stage.assertExplained(problem);
		assertTrue(stage.world.idp.activeUser(stage.token(binding)).isPresent());
		assertEquals(List.of(), stage.broker.waiting());
		return problem;
	}

	private static String entra(String number, String error) {
		String[] parts = error.split("/");
		JsonObject json = new JsonObject();
		json.addProperty("error", parts[0]);
		json.addProperty("error_description", "AADSTS" + number + ": Some words. Trace ID: 7race Correlation ID: c0rre1ation-" + number);
		JsonArray codes = new JsonArray();
		codes.add(Integer.parseInt(number));
		json.add("error_codes", codes);
		json.addProperty("timestamp", "2026-11-02 08:00:00Z");
		json.addProperty("trace_id", "7race");
		json.addProperty("correlation_id", "c0rre1ation-" + number);
		if (parts.length > 1) {
			json.addProperty("suberror", parts[1]);
		}
		return json.toString();
	}
}
