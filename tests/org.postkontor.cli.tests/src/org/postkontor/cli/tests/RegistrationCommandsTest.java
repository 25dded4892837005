package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.FakeRegistration;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Registering an application, and checking that it works. */
class RegistrationCommandsTest {
	private static final String ANNA = "anna.muster@example.test";

	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void tellsStepsRedirectsAndRightsOfTheProviderInBothLanguages() {
		Cli.Result english = cli.run("guide", "register", "oauth");
		assertEquals(ExitCode.OK, english.code());
		assertTrue(english.out().contains("\n1. Create a public client") && english.out().contains("with any port:\n  http://localhost/\n"), english::out);
		Cli.Result german = cli.run("--lang", "de", "guide", "register", "oauth");
		assertTrue(german.out().contains("\n1. Legen Sie beim Anbieter") && german.out().contains("mit beliebigem Port:\n  http://localhost/\n"), german::out);
	}

	@Test
	void takesRedirectsAndRightsFromTheDeclarationAlsoWhereNoStepsAreKnown() {
		Cli.Result text = cli.run("guide", "register", "big");
		assertTrue(text.out().startsWith("Register an application at big\n\nRedirect addresses, with any port:\n  http://127.0.0.1\n"), text::out);
		assertTrue(text.out().contains("(https://mail.google.com/): "), text::out);
		JsonObject json = cli.run("guide", "register", "big", "--json").json();
		assertEquals("[\"http://127.0.0.1\"]", json.getAsJsonArray("redirects").toString());
		assertTrue(json.get("guide").isJsonNull());
		assertEquals("mail.read", right(json, "receive").get("scope").getAsString());
		assertFalse(right(json, "send").get("reason").getAsString().isBlank());
	}

	@Test
	void asksForNoRightToReadWhereTheOfficeOnlySends() {
		JsonObject rights = cli.run("guide", "register", "big", "--directions", "send", "--json").json().getAsJsonObject("rights");
		assertEquals(1, rights.getAsJsonArray("send").size());
		assertTrue(rights.getAsJsonArray("receive").isEmpty());
	}

	@Test
	void namesTheProvidersWhereAnApplicationCanBeRegistered() {
		for (String unknown : List.of("nobody", "password")) {
			Cli.Result result = cli.run("guide", "register", unknown, "--json");
			assertEquals(ExitCode.NOT_FOUND, result.code());
			assertEquals("Possible: big, oauth", result.error().get("explanation").getAsString());
		}
	}

	@Test
	void aRightRegistrationPassesWithASignIn() {
		cli.add(ANNA);
		Cli.Result result = cli.run("register", "check", ANNA);
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.out().endsWith("The registration works.\n"), result::out);
		assertEquals(List.of(FakeRegistration.PAGE), cli.browsed);
		SignInRequest request = cli.providers.oauth.checked.getFirst();
		assertEquals(Set.of(Direction.SEND, Direction.RECEIVE), request.directions());
		assertTrue(request.binding().session().isEmpty());
	}

	@Test
	void namesTheMistakeAndLeavesOutWhatComesAfter() {
		cli.add(ANNA);
		cli.providers.oauth.misregistered = true;
		Cli.Result text = cli.run("register", "check", ANNA);
		assertEquals(ExitCode.CHECK_FAILED, text.code());
		assertTrue(text.out().contains("[FAIL]  No secret is needed, or it is right\n  Error: ") && text.out().contains("[skip]  All rights were given"), text::out);
		JsonObject json = cli.run("register", "check", ANNA, "--json").json();
		JsonArray steps = json.getAsJsonArray("steps");
		assertFalse(json.get("passed").getAsBoolean());
		assertEquals(List.of("PASSED", "PASSED", "FAILED", "SKIPPED", "SKIPPED", "SKIPPED"),
				steps.asList().stream().map(step -> step.getAsJsonObject().get("result").getAsString()).toList());
		assertEquals("test.configuration", steps.get(2).getAsJsonObject().getAsJsonObject("problem").get("id").getAsString());
		assertEquals(List.of(), cli.browsed);
	}

	@Test
	void saysWhatIsUnknownWithoutASignIn() {
		cli.add(ANNA);
		Cli.Result result = cli.run("register", "check", ANNA, "--no-sign-in");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.out().contains("[ ?? ]  The browser comes back") && result.out().contains("[ ?? ]  The sign-in can be renewed"), result::out);
		assertTrue(result.out().endsWith("shows only when somebody signs in.\n"), result::out);
		assertEquals(List.of(), cli.browsed);
	}

	@Test
	void triesOtherSettingsThanTheAccountHasAndStoresNothing() {
		cli.add(ANNA);
		cli.run("register", "check", ANNA, "--issuer", "https://other.example.test", "--client-id", "another", "--client-auth", "client_secret_post",
				"--directions", "send", "--no-sign-in");
		SignInRequest request = cli.providers.oauth.checked.getFirst();
		assertEquals(Map.of("issuer", "https://other.example.test", "clientId", "another", "clientAuth", "client_secret_post"), request.binding().settings());
		assertEquals(Set.of(Direction.SEND), request.directions());
		assertEquals(1, request.resources().size());
		assertEquals(Map.of(), cli.accounts.accounts().getFirst().endpoints().getFirst().auth().settings());
	}

	@Test
	void refusesWhatCannotBeChecked() {
		cli.add("bernd@example.test", "password", Protocol.SMTP);
		Cli.Result password = cli.run("register", "check", "bernd@example.test", "--json");
		assertEquals(ExitCode.CONFIGURATION, password.code());
		assertEquals("cli.register.password", password.error().get("id").getAsString());
		cli.add("carla@big.example.test", "big", Protocol.SMTP);
		Cli.Result uncheckable = cli.run("register", "check", "carla@big.example.test", "--json");
		assertEquals(ExitCode.CONFIGURATION, uncheckable.code());
		assertEquals("cli.register.uncheckable", uncheckable.error().get("id").getAsString());
	}

	private static JsonObject right(JsonObject json, String direction) {
		return json.getAsJsonObject("rights").getAsJsonArray(direction).get(0).getAsJsonObject();
	}
}
