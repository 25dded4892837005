package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.cli.ExitCode;
import org.postkontor.problem.ProblemKind;

/** A sign-in service that a mail server names in the account test. */
class NamedIssuerTest {
	private static final String ISSUER = "https://other.example.test/office";

	@TempDir
	Path folder;
	private Cli cli;
	private Account account;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
		cli.check.names = ISSUER;
		account = cli.add("anna@example.test");
	}

	private void assertNothingChanged() {
		assertEquals(List.of(account), cli.accounts.accounts());
		assertEquals(List.of(), cli.signIn.calls);
		assertEquals(1, cli.check.runs);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "n", "nein", "yes please", "https://other.example.test/office" })
	void isNotUsedUnlessThePersonSaysYes(String answer) {
		cli.typed = Optional.of(answer);
		Cli.Result result = cli.run("account", "check", "anna@example.test");
		assertEquals(ExitCode.CHECK_FAILED, result.code());
		assertEquals(List.of("Use " + ISSUER + "? [y/N] "), cli.questions);
		assertNothingChanged();
	}

	@Test
	void isShownWithWhatApprovingItMeans() {
		Cli.Result result = cli.run("account", "check", "anna@example.test");
		assertTrue(result.err().contains("mail.example.test did not take the sign-in and names " + ISSUER), result::err);
		assertTrue(result.err().contains("other.example.test is asked") && result.err().contains("mail.example.test gets a token of it"), result::err);
		assertTrue(result.err().contains("--use-issuer " + ISSUER), result::err);
		assertTrue(cli.run("account", "check", "anna@example.test", "--lang", "de").err().contains("bekommt ein Token von ihm"));
	}

	@Test
	void isRefusedWhereNobodyCanBeAsked() {
		cli.typed = Optional.empty();
		assertEquals(ExitCode.CHECK_FAILED, cli.run("account", "check", "anna@example.test").code());
		assertNothingChanged();
	}

	@Test
	void isNeverAskedAboutWhenAProgramReadsAlongButTold() {
		cli.typed = Optional.of("y");
		Cli.Result result = cli.run("account", "check", "anna@example.test", "--json");
		assertEquals(ExitCode.CHECK_FAILED, result.code());
		assertEquals("[{\"issuer\":\"" + ISSUER + "\",\"hosts\":[\"mail.example.test\"]}]", result.json().get("namedIssuers").toString());
		assertEquals(List.of(), cli.questions);
		assertNothingChanged();
	}

	@Test
	void isUsedAfterYesSignedInToSavedAndTestedAgain() {
		cli.typed = Optional.of("y");
		Cli.Result result = cli.run("account", "check", "anna@example.test", "--client-id", "office-app");
		assertEquals(ExitCode.OK, result.code(), result::err);
		assertEquals(List.of("signIn anna@example.test"), cli.signIn.calls);
		assertEquals(2, cli.check.runs);
		for (Endpoint endpoint : cli.accounts.accounts().getFirst().endpoints()) {
			assertEquals("oauth", endpoint.auth().provider());
			assertEquals(Map.of("issuer", ISSUER, "clientId", "office-app"), endpoint.auth().settings());
			assertEquals(Optional.of("session"), endpoint.auth().session());
		}
	}

	@Test
	void isUsedWithoutAPersonIfTheOptionNamesExactlyIt() {
		Cli.Result result = cli.run("account", "check", "anna@example.test", "--use-issuer", ISSUER, "--no-browser", "--json");
		assertEquals(ExitCode.OK, result.code(), result::out);
		assertTrue(result.out().contains("\"event\":\"issuer-approved\",\"issuer\":\"" + ISSUER + "\""), result::out);
		assertTrue(result.json().get("passed").getAsBoolean());
		assertEquals("[]", result.json().get("namedIssuers").toString());
		assertEquals(List.of(), cli.browsed);
		assertEquals(ISSUER, cli.accounts.accounts().getFirst().endpoints().getFirst().auth().settings().get("issuer"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://other.example.test", "https://other.example.test/office/", "https://OTHER.example.test/office" })
	void isRefusedIfTheOptionNamesAnotherOne(String option) {
		cli.typed = Optional.of("y");
		Cli.Result result = cli.run("account", "check", "anna@example.test", "--use-issuer", option, "--json");
		assertEquals(ExitCode.CONFIRMATION_NEEDED, result.code());
		assertEquals("cli.issuer.other", result.error().get("id").getAsString());
		assertTrue(result.error().get("explanation").getAsString().contains(ISSUER), result::out);
		assertNothingChanged();
	}

	@Test
	void theOptionDoesNothingWhereNothingIsNamed() {
		cli.check.names = "";
		assertEquals(ExitCode.OK, cli.run("account", "check", "anna@example.test", "--use-issuer", ISSUER).code());
		assertNothingChanged();
	}

	@Test
	void aSignInThatFailsThereLeavesTheAccountAsItWas() {
		cli.signIn.signInFails = Optional.of(ProblemKind.CONFIGURATION);
		Cli.Result result = cli.run("account", "check", "anna@example.test", "--use-issuer", ISSUER, "--json");
		assertEquals(ExitCode.CONFIGURATION, result.code());
		assertEquals(List.of(account), cli.accounts.accounts());
		assertFalse(result.out().contains("\"passed\":true"));
	}
}
