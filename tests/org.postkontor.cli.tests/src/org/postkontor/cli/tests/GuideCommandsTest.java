package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.cli.ExitCode;

import com.google.gson.JsonObject;

class GuideCommandsTest {
	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void numbersTheStepsToAnAppPasswordInBothLanguages() {
		for (String language : new String[] { "en", "de" }) {
			Cli.Result result = cli.run("--lang", language, "guide", "app-password", "anna.muster@gmail.com");
			assertEquals(ExitCode.OK, result.code());
			assertTrue(result.out().contains("\n1. ") && result.out().contains("\n2. ") && result.out().contains("   https://"), result::out);
			assertTrue(result.out().contains(language.equals("de") ? "App-Passw" : "app password"), result::out);
		}
	}

	@Test
	void givesTheStepsToScripts() {
		JsonObject guide = cli.run("guide", "app-password", "anna.muster@gmail.com", "--json").json();
		assertEquals("app-password.google", guide.get("id").getAsString());
		assertTrue(guide.getAsJsonArray("steps").size() > 1);
	}

	@Test
	void doesNotFindInstructionsForAnUnknownProvider() {
		Cli.Result result = cli.run("guide", "app-password", "anna.muster@example.test", "--json");
		assertEquals(ExitCode.NOT_FOUND, result.code());
		assertEquals("cli.guide.unknown", result.error().get("id").getAsString());
	}

	@Test
	void refusesWhatIsNoAddress() {
		assertEquals(ExitCode.USAGE, cli.run("guide", "app-password", "nobody").code());
	}
}
