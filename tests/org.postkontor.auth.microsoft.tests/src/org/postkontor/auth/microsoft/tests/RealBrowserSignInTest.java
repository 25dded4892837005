package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.Direction;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.testkit.browser.BrowserPage;
import org.postkontor.testkit.browser.Chromium;

/** A whole sign-in at Microsoft's dialect in a real browser, which comes back to our closing page. */
class RealBrowserSignInTest {
	private static final Map<String, String> LOGIN = Map.of("de", "Anmelden", "en", "Sign in");
	private static final Map<String, String> CONSENT = Map.of("de", "in Ihrem Namen E-Mails senden", "en", "send mail in your name");
	private static final Map<String, String> CLOSING = Map.of("de", "Beim Anbieter angemeldet", "en", "Signed in at the provider");
	private static final int MIDDLE = 128;
	/** The browser's own notes of addresses are not ours: never left to the search for secrets. */
	@TempDir(cleanup = CleanupMode.ALWAYS)
	Path profile;

	@ParameterizedTest
	@CsvSource({ "de,false", "de,true", "en,false", "en,true" })
	void leadsFromTheLoginPageToOurClosingPage(String language, boolean dark) throws Exception {
		Optional<Path> program = Chromium.installed();
		assumeTrue(program.isPresent(), "no Chromium; \"./test --setup\" installs it on Debian as root");
		try (MicrosoftWorld world = new MicrosoftWorld(); Chromium chromium = Chromium.start(program.get(), profile, language)) {
			BrowserPage page = chromium.page();
			page.dark(dark);
			Person person = new Person();
			FutureTask<Session> session = new FutureTask<>(() -> world.provider()
					.signIn(MicrosoftWorld.request(MicrosoftWorld.binding(MicrosoftWorld.ANNA), Set.of(Direction.SEND), MicrosoftWorld.SMTP), person, null));
			Thread.ofVirtual().start(session);
			page.open(world.idp.page(person.address.get(30, TimeUnit.SECONDS)));
			page.awaitTitle(LOGIN.get(language));
			page.awaitText(CONSENT.get(language));
			page.type("#password", "annas-password");
			page.click("button.yes");
			page.awaitTitle(CLOSING.get(language));
			assertEquals(language, page.evaluate("document.documentElement.lang").getAsString());
			assertEquals(dark, page.brightness("body") < MIDDLE);
			assertEquals(null, page.address().getRawQuery(), "no code in the address bar");
			assertEquals("localhost", page.address().getHost());
			assertTrue(session.get(30, TimeUnit.SECONDS).names().contains(MicrosoftWorld.ANNA));
		}
	}

	/** Gives the address to the test, which works the browser. */
	private static final class Person implements SignInPrompt {
		private final CompletableFuture<URI> address = new CompletableFuture<>();

		@Override
		public void openBrowser(BrowserRequest request) {
			address.complete(request.url());
		}

		@Override
		public void showDeviceCode(DeviceCode code) {
			throw new AssertionError("no device code expected");
		}

		@Override
		public Secret askPassword(PasswordRequest request) {
			throw new AssertionError("no password expected");
		}

		@Override
		public void done() {
			// nothing to close
		}
	}
}
