package org.postkontor.testkit.tests.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.ADMIN;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.ANNA;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.GRAPH_SEND;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.IMAP;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.OFFICE;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.PRIVATE;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.SMTP;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.error;
import static org.postkontor.testkit.tests.idp.MicrosoftHarness.text;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.MicrosoftApp;
import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class MicrosoftDialectTest {
	MicrosoftHarness world;

	@BeforeEach
	void open() throws IOException {
		world = new MicrosoftHarness();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Test
	void aUserWhoAllowsGetsTokensForOneResource() throws Exception {
		world.signIn("common", ANNA, SMTP);
		JsonObject tokens = world.redeem("app", SMTP);
		assertEquals(Set.of(SMTP), world.idp.rights(text(tokens, "access_token")));
		assertEquals(SMTP, text(tokens, "scope"));
		JsonObject claims = decoded(text(tokens, "id_token").split("\\.")[1]);
		assertEquals("https://login.microsoftonline.com/" + OFFICE.id() + "/v2.0", text(claims, "iss"));
		assertEquals(OFFICE.id(), text(claims, "tid"));
		JsonObject info = decoded(text(tokens, "client_info"));
		assertEquals(text(claims, "oid") + OFFICE.id(), text(info, "uid") + text(info, "utid"));
	}

	@Test
	void theFormIsPostedWhereThatWasAskedFor() throws Exception {
		Map<String, String> query = world.authorization("app", SMTP);
		query.put("response_mode", "form_post");
		world.open("common/oauth2/v2.0/authorize", query, MicrosoftHarness.browser(ANNA));
		assertEquals("POST", world.receiver.requests().getLast().method());
		assertEquals("st&te", world.received().get("state"));
		assertEquals(SMTP, text(world.redeem("app", SMTP), "scope"));
	}

	@Test
	void oneRefreshTokenServesSeveralResourcesOneAtATime() throws Exception {
		world.signIn("organizations", ANNA, SMTP, GRAPH_SEND);
		JsonObject outlook = world.redeem("app", SMTP);
		JsonObject graph = world.refresh(outlook, GRAPH_SEND);
		assertEquals(Set.of(GRAPH_SEND), world.idp.rights(text(graph, "access_token")));
		JsonObject mixed = world.refresh(graph, SMTP, GRAPH_SEND);
		assertEquals("invalid_scope  70011", error(mixed));
	}

	@Test
	void aUsedRefreshTokenIsNotTakenAgain() throws Exception {
		world.signIn("common", ANNA, SMTP);
		JsonObject first = world.redeem("app", SMTP);
		world.refresh(first, SMTP);
		assertEquals("invalid_grant  700082", error(world.refresh(first, SMTP)));
	}

	@Test
	void rightsThatNobodyAllowedAreRefusedWithoutAskingAgain() throws Exception {
		world.signIn("common", PRIVATE, SMTP);
		JsonObject tokens = world.redeem("app", SMTP);
		assertEquals("invalid_grant consent_required 65001", error(world.refresh(tokens, IMAP)));
		world.signIn("common", PRIVATE, IMAP);
		assertEquals(Set.of(SMTP, IMAP), world.idp.rights(text(world.refresh(tokens, IMAP), "access_token")));
	}

	@Test
	void errorsCarryWhatAnAdministratorNeeds() throws Exception {
		world.signIn("common", ANNA, SMTP);
		JsonObject tokens = world.redeem("app", SMTP);
		world.idp.challenge(ANNA, "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}");
		JsonObject refused = world.refresh(tokens, SMTP);
		assertEquals("interaction_required basic_action 50076", error(refused));
		assertTrue(text(refused, "error_description").startsWith("AADSTS50076: "));
		assertTrue(text(refused, "claims").contains("c1"));
		assertEquals("2026-11-02 08:00:00Z", text(refused, "timestamp"));
		assertFalse(text(refused, "trace_id").isEmpty() || text(refused, "correlation_id").isEmpty());
		Map<String, String> query = world.authorization("app", SMTP);
		query.put("claims", text(refused, "claims"));
		world.open("common/oauth2/v2.0/authorize", query, MicrosoftHarness.browser(ANNA));
		assertEquals("", error(withCodes(world.refresh(tokens, SMTP))).strip());
	}

	@Test
	void readingMailNeedsAnAdministratorInAnOfficeButNotAtHome() throws Exception {
		world.signIn("common", ANNA, IMAP);
		assertEquals("access_denied", world.received().get("error"));
		assertTrue(world.received().get("error_description").startsWith("AADSTS90094"));
		world.signIn("common", PRIVATE, IMAP);
		assertTrue(world.received().containsKey("code"));
	}

	@Test
	void theConsentOfAnAdministratorIsGoodForEverybodyInTheOffice() throws Exception {
		adminConsent(ADMIN, "organizations");
		assertEquals("True", world.received().get("admin_consent"));
		assertEquals(OFFICE.id(), world.received().get("tenant"));
		assertEquals("st&te", world.received().get("state"));
		world.signIn("common", ANNA, IMAP);
		assertTrue(world.received().containsKey("code"));
	}

	@Test
	void nobodyElseMayConsentForTheOffice() throws Exception {
		adminConsent(ANNA, "organizations");
		assertTrue(world.received().get("error_description").startsWith("AADSTS90094"));
		BrowserResult common = adminConsent(ADMIN, "common");
		assertTrue(common.page().contains("AADSTS90130"));
	}

	@Test
	void somebodyWhoRefusesIsNamed() throws Exception {
		world.open("common/oauth2/v2.0/authorize", world.authorization("app", SMTP), MicrosoftHarness.browser(ANNA).denying());
		assertEquals("access_denied", world.received().get("error"));
		assertTrue(world.received().get("error_description").startsWith("AADSTS65004"));
	}

	@ParameterizedTest
	@CsvSource({ "consumers,anna.muster@kanzlei.test", "organizations,bert@outlook.example.test", "kanzlei.test,bert@outlook.example.test" })
	void usersOfAnotherKindAreRefused(String tenant, String user) throws Exception {
		world.signIn(tenant, user, SMTP);
		assertTrue(world.received().get("error_description").startsWith("AADSTS50020"));
	}

	@Test
	void theDomainStandsForTheOffice() throws Exception {
		world.signIn("kanzlei.test", ANNA, SMTP);
		assertTrue(world.received().containsKey("code"));
		assertTrue(world.signIn("other.test", ANNA, SMTP).page().contains("AADSTS90002"));
	}

	@Test
	void mistakesOfTheRegistrationAreNamed() throws Exception {
		world.idp.add(MicrosoftApp.desktop("web").on(MicrosoftApp.Platform.WEB)).add(MicrosoftApp.desktop("spa").on(MicrosoftApp.Platform.SPA))
				.add(MicrosoftApp.desktop("no-redirect").withoutRedirect()).add(MicrosoftApp.desktop("single").onlyFor(OFFICE));
		assertEquals("invalid_client  7000218", error(codeOf("web")));
		assertEquals("invalid_request  9002327", error(codeOf("spa")));
		assertTrue(page("no-redirect").contains("AADSTS50011"));
		assertTrue(page("unknown").contains("AADSTS700016"));
		assertTrue(page("single").contains("AADSTS50194"));
	}

	@Test
	void anOriginHeaderIsRefused() throws Exception {
		assertEquals("invalid_request  90023",
				error(world.post("common/oauth2/v2.0/token", Map.of("grant_type", "refresh_token", "client_id", "app"), "Origin", "http://localhost")));
	}

	@Test
	void aDeviceWaitsForItsUser() throws Exception {
		JsonObject device = world.post("common/oauth2/v2.0/devicecode", Map.of("client_id", "app", "scope", "openid offline_access " + SMTP));
		Map<String, String> poll = Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id", "app", "device_code",
				text(device, "device_code"), "scope", "openid offline_access " + SMTP);
		assertEquals("authorization_pending  70016", error(world.post("common/oauth2/v2.0/token", poll)));
		assertTrue(world.idp.approveDevice(text(device, "user_code"), ANNA));
		world.clock.advance(Duration.ofSeconds(5));
		assertEquals(SMTP, text(world.post("common/oauth2/v2.0/token", poll), "scope"));
	}

	@Test
	void aDeviceNeedsPublicFlows() throws Exception {
		world.idp.add(MicrosoftApp.desktop("strict").withoutPublicFlows());
		assertEquals("invalid_client  7000218", error(world.post("common/oauth2/v2.0/token",
				Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id", "strict", "device_code", "x", "scope", SMTP))));
	}

	@Test
	void choosingAUserOffersNoneAndSilenceNeedsASession() throws Exception {
		Map<String, String> query = new LinkedHashMap<>(world.authorization("app", SMTP));
		query.put("login_hint", ANNA);
		assertTrue(loginPage(query).contains(ANNA));
		query.put("prompt", "select_account");
		assertFalse(loginPage(query).contains(ANNA));
		query.put("prompt", "none");
		loginPage(query);
		assertEquals("login_required", world.received().get("error"));
	}

	private String loginPage(Map<String, String> query) throws IOException {
		String url = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?" + query.entrySet().stream()
				.map(e -> e.getKey() + "=" + java.net.URLEncoder.encode(e.getValue(), java.nio.charset.StandardCharsets.UTF_8))
				.collect(java.util.stream.Collectors.joining("&"));
		return ScriptedBrowser.of(ANNA, "x").open(world.idp.page(java.net.URI.create(url))).page();
	}

	private BrowserResult adminConsent(String user, String tenant) throws IOException {
		return world.open(tenant + "/v2.0/adminconsent",
				Map.of("client_id", "app", "scope", IMAP + " " + SMTP, "redirect_uri", world.redirectUri(), "state", "st&te"), MicrosoftHarness.browser(user));
	}

	private JsonObject codeOf(String client) throws Exception {
		world.open("common/oauth2/v2.0/authorize", world.authorization(client, SMTP), MicrosoftHarness.browser(ANNA));
		return world.redeem(client, SMTP);
	}

	private String page(String client) throws IOException {
		return world.open("common/oauth2/v2.0/authorize", world.authorization(client, SMTP), MicrosoftHarness.browser(ANNA)).page();
	}

	/** A good answer has no codes. */
	private static JsonObject withCodes(JsonObject json) {
		json.add("error_codes", json.has("error_codes") ? json.get("error_codes") : new com.google.gson.JsonArray());
		return json;
	}

	private static JsonObject decoded(String base64) {
		return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(base64))).getAsJsonObject();
	}
}
