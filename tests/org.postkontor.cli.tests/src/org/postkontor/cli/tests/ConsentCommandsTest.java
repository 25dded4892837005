package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Direction;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.FakeConsents;

import com.google.gson.JsonObject;

class ConsentCommandsTest {
	private static final String ANNA = "anna.muster@example.test";

	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
		cli.add(ANNA);
	}

	@Test
	void writesTheMailWithLinkRightsAndReasonsInBothLanguages() {
		Cli.Result english = cli.run("consent", "link", ANNA);
		assertEquals(ExitCode.OK, english.code());
		assertTrue(english.out().contains("Please open this link as an administrator and agree:\n" + FakeConsents.LINK), english::out);
		assertTrue(english.out().contains("- Stay signed in (offline_access): So that"), english::out);
		Cli.Result german = cli.run("--lang", "de", "consent", "link", ANNA);
		assertTrue(german.out().contains("Betreff: Bitte um Freigabe") && german.out().contains("- Angemeldet bleiben (offline_access): Damit"), german::out);
	}

	@Test
	void givesLinkAndMailToScripts() {
		JsonObject json = cli.run("consent", "link", ANNA, "--directions", "send", "--json").json();
		assertEquals(FakeConsents.LINK.toString(), json.get("link").getAsString());
		assertEquals("[SEND]", json.getAsJsonArray("scopes").get(1).getAsString());
		assertTrue(json.get("text").getAsString().contains(FakeConsents.LINK.toString()));
	}

	@Test
	void saysThatTheProviderKnowsNoSuchConsent() {
		cli.consents.known = false;
		assertEquals(ExitCode.CONFIGURATION, cli.run("consent", "link", ANNA).code());
	}

	@Test
	void remembersThatTheAdministratorWasAsked() {
		Cli.Result result = cli.run("consent", "ask", ANNA, "--directions", "send", "--json");
		assertEquals(17, result.code().number());
		assertEquals(Set.of(Direction.SEND), cli.consents.pending.get(0).directions());
		assertEquals(1, result.json().getAsJsonArray("pending").size());
	}

	@Test
	void opensThePageForTheAdministratorAndSaysWhatComesNext() {
		cli.consents.agrees = true;
		Cli.Result result = cli.run("consent", "grant", ANNA, "--directions", "send");
		assertEquals(ExitCode.OK, result.code());
		assertEquals("Consent was given. Next step: signin " + ANNA + "\n", result.out());
		assertEquals(List.of(FakeConsents.LINK), cli.browsed);
		assertEquals(List.of(Set.of(Direction.SEND)), cli.consents.granting);
	}

	@Test
	void tellsScriptsThatConsentWasNotGiven() {
		Cli.Result result = cli.run("consent", "grant", ANNA, "--no-browser", "--json");
		assertEquals(ExitCode.SIGN_IN_NEEDED, result.code());
		assertFalse(result.json().get("granted").getAsBoolean());
		assertEquals(List.of(), cli.browsed);
	}

	@Test
	void showsWhatIsPending() {
		assertEquals("No consent is pending.\n", cli.run("consent", "status").out());
		cli.run("consent", "ask", ANNA);
		Cli.Result result = cli.run("consent", "status");
		assertEquals(ExitCode.CONSENT_PENDING, result.code());
		assertTrue(result.out().contains(ANNA + ": asked 1970-01-01T00:00:00Z, pending"), result::out);
	}

	@Test
	void staysPendingUntilTheAdministratorAgreed() {
		cli.run("consent", "ask", ANNA);
		assertEquals(ExitCode.CONSENT_PENDING, cli.run("consent", "poll", ANNA).code());
		cli.consents.agrees = true;
		Cli.Result result = cli.run("consent", "poll", ANNA);
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.out().contains("Consent was given: " + ANNA), result::out);
	}

	@Test
	void letsOnlyTheNamedAccountDecideOnTheExitCode() {
		cli.add("bernd@example.test");
		cli.run("consent", "ask", "bernd@example.test");
		assertEquals(ExitCode.OK, cli.run("consent", "poll", ANNA).code());
		assertEquals(ExitCode.CONSENT_PENDING, cli.run("consent", "poll").code());
	}
}
