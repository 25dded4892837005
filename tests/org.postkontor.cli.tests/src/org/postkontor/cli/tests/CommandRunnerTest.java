package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.cli.ExitCode;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;

class CommandRunnerTest {
	@TempDir
	Path folder;

	@Test
	void showsTheCommandsAndExitCodes() {
		Cli.Result result = cli().run("help");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.out().contains("outbox drain") && result.out().contains("SIGN_IN_NEEDED"), result::out);
	}

	@Test
	void showsTheHelpOfOneCommand() {
		String byWord = cli().run("help", "account", "add").out();
		assertTrue(byWord.contains("--password-file FILE"), byWord);
		assertEquals(byWord, cli().run("account", "add", "--help").out());
	}

	@Test
	void showsTheCommandsOfAGroup() {
		Cli.Result result = cli().run("help", "outbox");
		assertTrue(result.out().contains("outbox hold") && !result.out().contains("inbox sync"), result::out);
	}

	@Test
	void answersHelpAndUsageErrorsWithoutTouchingAnyService() {
		Cli cli = cli();
		cli.run("help");
		cli.run("--version");
		cli.run("send", "--help");
		cli.run("outbox", "drian");
		assertTrue(cli.opened.isEmpty());
	}

	@Test
	void saysHowToUseItWhenNothingIsGiven() {
		Cli.Result result = cli().run();
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals("", result.out());
		assertTrue(result.err().contains("signin"), result::err);
	}

	@Test
	void tellsItsVersion() {
		assertEquals("Postkontor 1.2.3\n", cli().run("--version").out());
		assertEquals("1.2.3", cli().run("--version", "--json").json().get("version").getAsString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--json", "" })
	void keepsUsageErrorsOffTheResultsUnlessJsonIsWanted(String json) {
		Cli.Result result = json.isEmpty() ? cli().run("outbox", "list", "--jsno") : cli().run("outbox", "list", "--jsno", json);
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals(json.isEmpty(), result.out().isEmpty());
		assertTrue((json.isEmpty() ? result.err() : result.out()).contains("--json"), result::toString);
	}

	@Test
	void givesErrorsAsOneObject() {
		Cli cli = cli();
		cli.outbox.fails = Optional.of(ProblemKind.BUSY);
		Cli.Result result = cli.run("outbox", "drain", "--json");
		JsonObject error = result.error();
		assertEquals(Set.of("id", "kind", "title", "explanation", "remedy", "values", "details"), error.keySet());
		assertEquals("test.busy", error.get("id").getAsString());
		assertEquals("mail.example.test", error.getAsJsonObject("values").get("host").getAsString());
		assertEquals("535 no", error.getAsJsonObject("details").get("reply").getAsString());
		assertEquals(8, result.json().get("exitCode").getAsInt());
		assertEquals(1, result.out().lines().count());
	}

	@Test
	void takesTextsOfOthersFromTheCatalogueInTheWantedLanguage() {
		Cli cli = cli();
		cli.outbox.fails = Optional.of(ProblemKind.BUSY);
		assertTrue(cli.run("outbox", "drain", "--lang", "de").err().contains("Fehler: test.busy in de"));
	}

	@Test
	void speaksGermanAboutUnknownOptions() {
		assertTrue(cli().run("send", "--lang=de", "--betreff", "x").err().contains("Unbekannte Option --betreff"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--password", "--token", "--secret" })
	void takesNoSecretFromAnArgument(String option) {
		Cli.Result result = cli().run("signin", "anna@example.test", option, "geheim123");
		assertEquals(ExitCode.USAGE, result.code());
		assertTrue(result.err().contains("--password-file"), result::err);
		assertFalse(result.toString().contains("geheim123"));
	}

	@ParameterizedTest
	@EnumSource(ProblemKind.class)
	void hasAnExitCodeForEveryKindOfProblem(ProblemKind kind) {
		Cli cli = cli();
		cli.outbox.fails = Optional.of(kind);
		assertEquals(ExitCode.of(kind), cli.run("outbox", "drain").code());
		assertFalse(ExitCode.of(kind) == ExitCode.OK);
	}

	@Test
	void saysThatTheHomeCannotBeUsed() {
		Cli cli = cli();
		cli.startFails = Optional.of(ProblemKind.STORAGE);
		assertEquals(ExitCode.STORAGE, cli.run("account", "list").code());
	}

	@Test
	void turnsOurOwnMistakesIntoAMessage() {
		Cli cli = cli();
		cli.outbox.onDrain = () -> {
			throw new IllegalStateException("not for users");
		};
		Cli.Result result = cli.run("outbox", "drain", "--json");
		assertEquals(ExitCode.FAILURE, result.code());
		assertEquals("cli.internal", result.error().get("id").getAsString());
		assertFalse(result.out().contains("not for users"));
	}

	@Test
	void writesUtf8() {
		Cli cli = cli();
		cli.outbox.add(cli.add("anna@bücher.example").id(), "m1", org.postkontor.outbox.MailState.QUEUED);
		assertTrue(cli.run("outbox", "list").out().contains("Grüße m1"));
		assertTrue(cli.run("account", "list").out().contains("anna@bücher.example"));
	}

	private Cli cli() {
		return new Cli(folder);
	}
}
