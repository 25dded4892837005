package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.check.CheckStep;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.Problems;
import org.postkontor.outbox.MailState;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class AccountCommandsTest {
	@TempDir
	Path folder;
	private Cli cli;
	private Account anna;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
		anna = cli.add("anna@example.test");
	}

	@Test
	void listsAccountsAndUnusableFiles() {
		cli.accounts.problems.add(Problems.of(ProblemKind.STORAGE));
		Cli.Result result = cli.run("account", "list", "--json");
		assertEquals(anna.id().value(), result.json().getAsJsonArray("accounts").get(0).getAsJsonObject().get("id").getAsString());
		assertEquals("STORAGE", result.json().getAsJsonArray("problems").get(0).getAsJsonObject().get("kind").getAsString());
		assertEquals(ExitCode.STORAGE, result.code());
	}

	@Test
	void showsAnAccountByAddressAndById() {
		JsonObject byAddress = cli.run("account", "show", " Anna@Example.test ", "--json").json();
		assertEquals(byAddress, cli.run("account", "show", anna.id().value(), "--json").json());
		JsonObject endpoint = byAddress.getAsJsonArray("endpoints").get(0).getAsJsonObject();
		assertEquals(Set.of("protocol", "direction", "host", "port", "tls", "leaveOnServer", "auth"), endpoint.keySet());
		assertEquals(Set.of("provider", "principal", "mailbox", "signedIn", "settings"), endpoint.getAsJsonObject("auth").keySet());
	}

	@Test
	void saysThatAnAccountIsUnknown() {
		assertEquals(ExitCode.NOT_FOUND, cli.run("account", "show", "bert@example.test").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("account", "show", "00000000-0000-0000-0000-000000000000").code());
		assertEquals(ExitCode.USAGE, cli.run("account", "show", "bert").code());
	}

	@Test
	void signsOutBeforeItRemoves() {
		assertEquals(ExitCode.OK, cli.run("account", "remove", "anna@example.test").code());
		assertEquals(List.of("signOut anna@example.test"), cli.signIn.calls);
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@Test
	void keepsAnAccountThatMailsWaitFor() {
		cli.outbox.add(anna.id(), "m1", MailState.IN_DOUBT);
		assertEquals(ExitCode.MAILS_LEFT, cli.run("account", "remove", "anna@example.test").code());
		assertFalse(cli.accounts.accounts().isEmpty());
		assertEquals(ExitCode.OK, cli.run("account", "remove", "anna@example.test", "--force").code());
	}

	@Test
	void removesAnAccountWhoseProviderDidNotConfirmTheSignOutAndSaysSo() {
		cli.signIn.unconfirmed = List.of(Problems.of(ProblemKind.SERVER));
		Cli.Result result = cli.run("account", "remove", "anna@example.test");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.err().startsWith("Note: test.server"), result::err);
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@Test
	void keepsAnAccountWhoseSignInCannotBeRevokedUnlessForced() {
		cli.signIn.signOutFails = Optional.of(ProblemKind.NETWORK);
		assertEquals(ExitCode.NETWORK, cli.run("account", "remove", "anna@example.test").code());
		assertEquals(ExitCode.OK, cli.run("account", "remove", "anna@example.test", "--force").code());
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@Test
	void showsTheStepsOfTheTestAsTheyHappenAndThenTheReport() {
		Cli.Result result = cli.run("account", "check", "anna@example.test", "--test-mail", "--json");
		List<JsonObject> lines = result.out().lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
		assertEquals(ExitCode.OK, result.code());
		assertEquals("step", lines.get(0).get("event").getAsString());
		assertEquals("RUNNING", lines.get(0).getAsJsonObject("step").get("result").getAsString());
		assertEquals("receive.connect", lines.get(1).getAsJsonObject("step").get("id").getAsString());
		assertEquals(Set.of("account", "address", "started", "passed", "steps", "namedIssuers"), lines.get(2).keySet());
		assertTrue(cli.check.options.orElseThrow().testMail());
	}

	@Test
	void hasAnExitCodeForAFailedTest() {
		cli.check.result = CheckStep.Result.FAILED;
		Cli.Result result = cli.run("account", "check", "anna@example.test");
		assertEquals(ExitCode.CHECK_FAILED, result.code());
		assertTrue(result.out().contains("[FAIL]  Connect: imap.example.test (12 ms)"), result::out);
		assertTrue(result.err().contains("[ .. ]"), result::err);
	}

	@Test
	void namesTheStepsInTheLanguageOfTheUser() {
		assertTrue(cli.run("account", "check", "anna@example.test", "--lang", "de").out().contains("[ ok ]  Verbinden: imap.example.test"));
	}

	@Test
	void cancelsATest() {
		cli.monitor.setCanceled(true);
		assertEquals(ExitCode.CANCELLED, cli.run("account", "check", "anna@example.test").code());
	}

	@Test
	void showsWhatDiscoveryFoundAndWhereItAsked() {
		JsonObject json = cli.run("discover", "anna@example.test", "--json").json();
		assertEquals(Set.of("address", "proposals", "asked"), json.keySet());
		assertEquals("Example Mail", json.getAsJsonArray("proposals").get(0).getAsJsonObject().get("label").getAsString());
		assertEquals("TIMEOUT", json.getAsJsonArray("asked").get(1).getAsJsonObject().getAsJsonObject("problem").get("kind").getAsString());
	}

	@Test
	void hasAnExitCodeForNothingFound() {
		cli.discovery.finds = false;
		assertEquals(ExitCode.NOT_FOUND, cli.run("discover", "anna@example.test").code());
	}
}
