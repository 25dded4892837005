package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.browser.BrowserPage;
import org.postkontor.testkit.browser.Chromium;

/** One whole sign-in in a real browser: login page, consent, our closing page, as a person sees them. Pictures are in target/browser. */
class RealBrowserSignInTest {
	private static final Map<String, String> LOGIN = Map.of("de", "Anmelden", "en", "Sign in");
	private static final Map<String, String> CONSENT = Map.of("de", "in Ihrem Namen E-Mails senden", "en", "send mail in your name");
	private static final Map<String, String> WRONG = Map.of("de", "passen nicht zusammen", "en", "do not match");
	private static final Map<String, String> CLOSING = Map.of("de", "Beim Anbieter angemeldet", "en", "Signed in at the provider");
	private static final Map<String, String> GOES_ON = Map.of("de", "Sie können diese Seite schließen.", "en", "You can close this page.");
	private static final Map<String, String> NOT_COMPLETED = Map.of("de", "Anmeldung nicht abgeschlossen", "en", "Sign-in not completed");
	private static final int DARK = 80;
	private static final int LIGHT = 200;
	/** The browser's own notes of addresses are not ours: never left to the search for secrets. */
	@TempDir(cleanup = CleanupMode.ALWAYS)
	Path profile;

	@ParameterizedTest
	@CsvSource({ "de,false", "de,true", "en,false", "en,true" })
	void leadsFromTheLoginPageToOurClosingPage(String language, boolean dark) throws Exception {
		try (OidcWorld world = new OidcWorld(); Chromium chromium = start(language)) {
			BrowserPage page = page(chromium, dark);
			WaitingPerson person = new WaitingPerson();
			Future<Session> session = signIn(world, person);
			page.open(person.address());
			page.awaitTitle(LOGIN.get(language));
			page.awaitText(CONSENT.get(language));
			assertTheme(page, dark);
			page.type("#password", "annas-mistake");
			page.click("button.yes");
			page.awaitText(WRONG.get(language));
			page.type("#password", "annas-password");
			picture(page, "login", language, dark);
			page.click("button.yes");
			page.awaitTitle(CLOSING.get(language));
			page.awaitText(GOES_ON.get(language));
			assertEquals(language, page.evaluate("document.documentElement.lang").getAsString());
			assertTheme(page, dark);
			assertTellsNothing(page, person);
			picture(page, "closing", language, dark);
			assertTrue(session.get(30, TimeUnit.SECONDS).names().contains(OidcWorld.ANNA));
		}
	}

	@ParameterizedTest
	@CsvSource({ "de,true", "en,false" })
	void saysThatARefusedConsentIsNoSignIn(String language, boolean dark) throws Exception {
		try (OidcWorld world = new OidcWorld(); Chromium chromium = start(language)) {
			BrowserPage page = page(chromium, dark);
			WaitingPerson person = new WaitingPerson();
			Future<Session> session = signIn(world, person);
			page.open(person.address());
			page.awaitTitle(LOGIN.get(language));
			page.click("button.no");
			page.awaitTitle(NOT_COMPLETED.get(language));
			assertTheme(page, dark);
			assertTellsNothing(page, person);
			picture(page, "refused", language, dark);
			ProblemException refused = (ProblemException) assertThrows(ExecutionException.class, () -> session.get(30, TimeUnit.SECONDS)).getCause();
			assertEquals("auth.denied", refused.problem().id());
		}
	}

	private Chromium start(String language) throws Exception {
		Optional<Path> program = Chromium.installed();
		assumeTrue(program.isPresent(), "no Chromium; \"./test --setup\" installs it on Debian as root");
		return Chromium.start(program.get(), profile, language);
	}

	private static BrowserPage page(Chromium chromium, boolean dark) throws Exception {
		BrowserPage page = chromium.page();
		page.dark(dark);
		return page;
	}

	private static Future<Session> signIn(OidcWorld world, WaitingPerson person) {
		FutureTask<Session> session = new FutureTask<>(() -> world.provider().signIn(world.request(Direction.RECEIVE, Direction.SEND), person, null));
		Thread.ofVirtual().start(session);
		return session;
	}

	private static void assertTheme(BrowserPage page, boolean dark) throws Exception {
		for (String part : List.of("body", "main")) {
			double brightness = page.brightness(part);
			assertTrue(dark ? brightness < DARK : brightness > LIGHT, part + " has brightness " + brightness);
		}
	}

	/** Neither code nor state, on the page and in the address bar; no script but the one that cleared the latter. */
	private static void assertTellsNothing(BrowserPage page, WaitingPerson person) throws Exception {
		Map<String, String> asked = OidcWorld.query(person.address());
		assertEquals(asked.get("redirect_uri"), page.address().toString(), "without the query");
		assertEquals(List.of(), Canary.of(asked.get("state")).findIn(page.html()));
		assertEquals(1, page.evaluate("document.scripts.length").getAsInt());
		assertEquals("null", page.evaluate("String(history.state)").getAsString());
		assertEquals("", page.evaluate("document.referrer").getAsString());
		assertEquals(0, page.evaluate("performance.getEntriesByType('resource').filter(e => !e.name.endsWith('/favicon.ico')).length").getAsInt());
	}

	private static void picture(BrowserPage page, String name, String language, boolean dark) throws Exception {
		page.picture(Path.of("target", "browser", name + "-" + language + (dark ? "-dark" : "-light") + ".png"));
	}
}
