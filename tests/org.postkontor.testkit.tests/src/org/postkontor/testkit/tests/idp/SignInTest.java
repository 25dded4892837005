package org.postkontor.testkit.tests.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.testkit.tests.idp.IdpHarness.ANNA;
import static org.postkontor.testkit.tests.idp.IdpHarness.PASSWORD;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.ScriptedBrowser;

class SignInTest {

	private IdpHarness world;

	@BeforeEach
	void start() throws Exception {
		world = new IdpHarness();
	}

	@AfterEach
	void stop() {
		world.close();
	}

	@Test
	void aBrowserGoesThroughTheLoginPageToTheLoopbackReceiver() throws Exception {
		BrowserResult result = world.signIn(world.authorization());
		assertEquals("<p>Thank you</p>", result.page());
		assertEquals("st&te", world.received().get("state"));
		assertEquals(world.idp.issuer(), world.received().get("iss"));
		assertEquals(43, world.received().get("code").length());
	}

	@Test
	void formPostArrivesAsAPostWithTheSameFields() throws Exception {
		Map<String, String> query = world.authorization();
		query.put("response_mode", "form_post");
		assertEquals("<p>Thank you</p>", world.signIn(query).page());
		assertEquals("POST", world.receiver.requests().get(0).method());
		assertEquals("st&te", world.received().get("state"));
		assertEquals(world.idp.issuer(), world.received().get("iss"));
	}

	@Test
	void aWrongPasswordShowsTheFormAgainWithAMessage() throws Exception {
		BrowserResult result = ScriptedBrowser.of(ANNA, "guess").signIn(world.authorizeUrl(world.authorization()));
		assertTrue(result.page().contains("passen nicht zusammen"), result.page());
		assertEquals(List.of(), world.receiver.requests());
	}

	@Test
	void theRightPasswordAfterAWrongOneSignsIn() throws Exception {
		BrowserResult result = ScriptedBrowser.of(ANNA, PASSWORD).wrongPasswordFirst()
				.signIn(world.authorizeUrl(world.authorization()));
		assertEquals("<p>Thank you</p>", result.page());
		assertTrue(world.received().containsKey("code"));
	}

	@Test
	void aRefusalArrivesAsAccessDenied() throws Exception {
		ScriptedBrowser.of(ANNA, PASSWORD).denying().signIn(world.authorizeUrl(world.authorization()));
		assertEquals("access_denied", world.received().get("error"));
		assertEquals("st&te", world.received().get("state"));
		assertFalse(world.received().containsKey("code"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://192.0.2.1/callback", "https://127.0.0.1/callback", "http://127.0.0.1.example.test/",
			"http://user@127.0.0.1/", "javascript:alert(1)", "" })
	void aWrongRedirectUriIsRefusedWithoutARedirect(String redirect) throws Exception {
		Map<String, String> query = world.authorization();
		query.put("redirect_uri", redirect);
		BrowserResult result = world.signIn(query);
		assertEquals(400, result.status());
		assertTrue(result.page().contains("redirect_uri"), result.page());
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "" })
	void anotherMethodThanS256IsRefused(String method) throws Exception {
		Map<String, String> query = world.authorization();
		query.put("code_challenge_method", method);
		world.signIn(query);
		assertEquals("invalid_request", world.received().get("error"));
	}

	@Test
	void thePageNamesTheRightsInTheLanguageOfTheBrowser() throws Exception {
		String german = ScriptedBrowser.of(ANNA, PASSWORD).open(world.authorizeUrl(world.authorization())).page();
		String english = ScriptedBrowser.of(ANNA, PASSWORD).speaking("en-GB,en")
				.open(world.authorizeUrl(world.authorization())).page();
		assertTrue(german.contains("Ihre E-Mails lesen, senden und verwalten") && german.contains("Zulassen"), german);
		assertTrue(english.contains("read, send and manage your mail") && english.contains("Allow"), english);
		assertTrue(german.contains("value=\"" + ANNA + "\""), german);
	}

	@Test
	void aHostileLoginHintIsEscaped() throws Exception {
		Map<String, String> query = world.authorization();
		query.put("login_hint", "\"><script>alert(1)</script>");
		String page = ScriptedBrowser.of(ANNA, PASSWORD).open(world.authorizeUrl(query)).page();
		assertFalse(page.contains("<script>alert"), page);
	}

	@Test
	void anInjectedErrorComesBackOnce() throws Exception {
		world.idp.nextAuthorizeError("temporarily_unavailable");
		world.signIn(world.authorization());
		assertEquals("temporarily_unavailable", world.received().get("error"));
		world.signIn(world.authorization());
		assertTrue(world.received().containsKey("code"));
	}
}
