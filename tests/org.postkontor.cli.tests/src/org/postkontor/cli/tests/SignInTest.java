package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.auth.SignInPrompt.ForeignHosts;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.auth.UserChoice;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.FakeSignIn;
import org.postkontor.cli.tests.fake.Problems;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SignInTest {
	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void printsTheLinkAsAnEventAndTheAccountAsTheLastLine() {
		cli.add("anna@example.test");
		Cli.Result result = cli.run("signin", "anna@example.test", "--no-browser", "--json");
		JsonObject event = JsonParser.parseString(result.out().lines().findFirst().orElseThrow()).getAsJsonObject();
		assertEquals("open-browser", event.get("event").getAsString());
		assertEquals(FakeSignIn.LINK.toString(), event.get("url").getAsString());
		assertTrue(result.json().get("signedIn").getAsBoolean());
		assertTrue(cli.browsed.isEmpty());
	}

	@Test
	void opensTheBrowserAndStillPrintsRightsAndLink() {
		cli.add("anna@example.test");
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals(List.of(FakeSignIn.LINK), cli.browsed);
		assertTrue(result.err().contains(FakeSignIn.LINK.toString()), result::err);
		assertTrue(result.err().contains(" (offline_access): ") && result.err().contains("  mail.send"), result::err);
		assertFalse(result.out().contains("https:"), result::out);
	}

	@Test
	void asksForTheSecretOfTheApplicationAtTheTerminalAndNeverShowsIt() {
		cli.add("anna@example.test");
		cli.signIn.wantsClientSecret = true;
		cli.typed = Optional.of("geheim");
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals(ExitCode.OK, result.code());
		assertEquals("geheim", cli.signIn.clientSecret);
		assertTrue(cli.questions.toString().contains("office-app at https://login.example.test (not your password)"), cli.questions::toString);
		assertFalse((result.out() + result.err()).contains("geheim"), result::err);
	}

	@Test
	void saysThatTheSecretOfTheApplicationIsMissingWhereNobodyCanBeAsked() {
		cli.add("anna@example.test");
		cli.signIn.wantsClientSecret = true;
		Cli.Result result = cli.run("signin", "anna@example.test", "--json");
		assertEquals("auth.client-secret-missing", result.error().get("id").getAsString());
	}

	@Test
	void saysThatThereIsNoBrowserAndGoesOn() {
		cli.add("anna@example.test");
		cli.hasBrowser = false;
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.err().contains("No browser"), result::err);
	}

	@Test
	void takesThePastedAddressAndNeverShowsIt() {
		cli.add("anna@example.test");
		cli.signIn.waitsForPaste = true;
		cli.pasted.add("  " + FakeSignIn.ANSWER + " ");
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(List.of(FakeSignIn.ANSWER), cli.signIn.pasted);
		assertFalse((result.out() + result.err() + cli.questions).contains("geheim"), result::err);
	}

	@Test
	void saysThatAnotherAddressIsNotTheAnswerAndAsksAgain() {
		cli.add("anna@example.test");
		cli.signIn.waitsForPaste = true;
		cli.pasted.addAll(List.of("https://example.org/?code=secret-of-another", FakeSignIn.ANSWER));
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(2, cli.questions.size());
		assertTrue(result.err().contains("not the address that is waited for"), result::err);
		assertFalse(result.err().contains("secret-of-another"), result::err);
	}

	@Test
	void asksForNoAddressWhenAProgramReadsAlong() {
		cli.add("anna@example.test");
		cli.run("signin", "anna@example.test", "--json");
		assertTrue(cli.questions.isEmpty(), cli.questions::toString);
	}

	@Test
	void letsThePersonSignInAnewOrChooseTheUser() {
		cli.add("anna@example.test");
		cli.run("signin", "anna@example.test", "--again");
		assertEquals(UserChoice.AGAIN, cli.signIn.users);
		cli.run("signin", "anna@example.test", "--as-other");
		assertEquals(UserChoice.SELECT, cli.signIn.users);
		cli.run("signin", "anna@example.test");
		assertEquals(UserChoice.SUGGESTED, cli.signIn.users);
	}

	@Test
	void doesNotTakeBothWaysToChooseTheUser() {
		cli.add("anna@example.test");
		assertEquals(ExitCode.USAGE, cli.run("signin", "anna@example.test", "--again", "--as-other").code());
		assertTrue(cli.signIn.calls.isEmpty());
	}

	@Test
	void refusesAnotherUserUnlessToldOtherwiseAndSaysHow() {
		cli.add("anna@example.test");
		cli.signIn.otherUser = Optional.of(new OtherUser("anna@example.test", List.of("bernd@example.test"), false));
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals(ExitCode.SIGN_IN_NEEDED, result.code());
		assertEquals(Optional.of(UserDecision.REFUSE), cli.signIn.decision);
		assertTrue(result.err().contains("bernd@example.test signed in") && result.err().contains("--other-user"), result::err);
	}

	@ParameterizedTest
	@CsvSource({ "alias, REMEMBER_ALIAS", "shared, SHARED_MAILBOX", "change, CHANGE_ADDRESS" })
	void decidesAboutAnotherUserAsTheOptionSays(String option, UserDecision decision) {
		cli.add("anna@example.test");
		cli.signIn.otherUser = Optional.of(new OtherUser("anna@example.test", List.of("bernd@example.test"), true));
		Cli.Result result = cli.run("signin", "anna@example.test", "--other-user", option, "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(Optional.of(decision), cli.signIn.decision);
		assertTrue(result.out().contains("\"event\":\"other-user\"") && result.out().contains("\"decision\":\"" + decision + "\""), result::out);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "imap.other.test", "imap.kanzlei.test.other.test,smtp.kanzlei.test" })
	void approvesNoServerThatWasNotNamed(String named) {
		cli.add("anna@example.test");
		cli.signIn.foreignHosts = Optional.of(new ForeignHosts("Known Mail", "anna@example.test", List.of("imap.kanzlei.test", "smtp.kanzlei.test")));
		Cli.Result result = named.isEmpty() ? cli.run("signin", "anna@example.test") : cli.run("signin", "anna@example.test", "--approve-host", named);
		assertNotEquals(ExitCode.OK, result.code());
		assertTrue(result.err().contains("imap.kanzlei.test") && result.err().contains("Known Mail")
				&& result.err().contains("--approve-host imap.kanzlei.test,smtp.kanzlei.test"), result::err);
	}

	@Test
	void approvesTheServersThatWereNamed() {
		cli.add("anna@example.test");
		cli.signIn.foreignHosts = Optional.of(new ForeignHosts("Known Mail", "anna@example.test", List.of("imap.kanzlei.test")));
		Cli.Result result = cli.run("signin", "anna@example.test", "--approve-host", "IMAP.kanzlei.test,smtp.kanzlei.test", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.out().contains("\"event\":\"foreign-hosts\"") && result.out().contains("\"approved\":true"), result::out);
	}

	@Test
	void showsTheDeviceCode() {
		cli.add("anna@example.test");
		Cli.Result result = cli.run("signin", "anna@example.test", "--device-code", "--json");
		assertTrue(result.out().contains("\"event\":\"device-code\"") && result.out().contains("\"userCode\":\"ABCD-EFGH\""), result::out);
	}

	@Test
	void asksOnlyForTheRightsOfTheAccount() {
		cli.add("anna@example.test", "oauth", Protocol.SMTP);
		cli.run("signin", "anna@example.test");
		assertEquals(Set.of(Direction.SEND), cli.signIn.directions);
	}

	@Test
	void asksOnlyForTheRightsThatWereNamed() {
		cli.add("anna@example.test");
		cli.run("signin", "anna@example.test", "--directions", "send");
		assertEquals(Set.of(Direction.SEND), cli.signIn.directions);
		cli.run("signin", "anna@example.test", "--directions", "send, receive");
		assertEquals(Set.of(Direction.SEND, Direction.RECEIVE), cli.signIn.directions);
	}

	@Test
	void refusesDirectionsThatAreNoneOrThatTheAccountLacks() {
		cli.add("anna@example.test", "oauth", Protocol.SMTP);
		assertEquals(ExitCode.USAGE, cli.run("signin", "anna@example.test", "--directions", "sideways").code());
		assertEquals(ExitCode.USAGE, cli.run("signin", "anna@example.test", "--directions", "receive").code());
	}

	@Test
	void failsWithItsOwnCodeBeforeAnythingIsAskedWhenThereIsNoKeyring() {
		cli.add("anna@example.test");
		cli.signIn.vaultFails = Optional.of(ProblemKind.KEYRING);
		Cli.Result result = cli.run("signin", "anna@example.test", "--no-browser");
		assertEquals(ExitCode.KEYRING, result.code());
		assertEquals(4, result.code().number());
		assertTrue(cli.signIn.calls.isEmpty());
	}

	@Test
	void asksForAPasswordAtTheTerminal() {
		cli.add("anna@example.test", "password", Protocol.SMTP);
		cli.typed = Optional.of("geheim");
		Cli.Result result = cli.run("signin", "anna@example.test");
		assertEquals("geheim", cli.signIn.password);
		assertFalse(result.toString().contains("geheim"));
	}

	@Test
	void asksAgainForARefusedPassword() {
		cli.add("anna@example.test", "password", Protocol.SMTP);
		cli.typed = Optional.of("geheim");
		cli.signIn.refusesPasswords = true;
		cli.run("signin", "anna@example.test");
		assertEquals(2, cli.questions.size());
		assertTrue(cli.questions.get(1).contains("refused"));
	}

	@Test
	void takesAnEmptyPasswordAsCancelling() {
		cli.add("anna@example.test", "password", Protocol.SMTP);
		cli.typed = Optional.of("");
		assertEquals(ExitCode.CANCELLED, cli.run("signin", "anna@example.test").code());
	}

	@Test
	void saysThatNobodyCanBeAsked() {
		cli.add("anna@example.test", "password", Protocol.SMTP);
		Cli.Result result = cli.run("signin", "anna@example.test", "--json");
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals("cli.no-terminal", result.error().get("id").getAsString());
	}

	@Test
	void triesThePasswordOfAFileOnce() throws Exception {
		cli.add("anna@example.test", "password", Protocol.SMTP);
		cli.signIn.refusesPasswords = true;
		Path file = Files.writeString(folder.resolve("pw"), "geheim");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		Cli.Result result = cli.run("signin", "anna@example.test", "--password-file", file.toString(), "--json");
		assertEquals(ExitCode.SIGN_IN_NEEDED, result.code());
		assertEquals("CREDENTIAL_REFUSED", result.error().get("kind").getAsString());
	}

	@Test
	void refusesAPasswordFileThatOthersCanRead() throws Exception {
		cli.add("anna@example.test", "password", Protocol.SMTP);
		Path file = Files.writeString(folder.resolve("pw"), "geheim");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		assertEquals(ExitCode.USAGE, cli.run("signin", "anna@example.test", "--password-file", file.toString()).code());
		assertEquals("", cli.signIn.password);
	}

	@ParameterizedTest
	@CsvSource({ "en,Note", "de,Hinweis" })
	void saysThatTheProviderDidNotConfirmTheSignOutAndGoesOn(String language, String start) {
		cli.add("anna@example.test");
		cli.signIn.unconfirmed = List.of(Problems.of(ProblemKind.SERVER));
		Cli.Result result = cli.run("signout", "anna@example.test", "--lang", language);
		assertEquals(ExitCode.OK, result.code());
		assertTrue(result.err().startsWith(start + ": test.server in " + language), result::err);
		assertTrue(cli.accounts.accounts().get(0).endpoints().get(0).auth().session().isEmpty());
	}

	@Test
	void givesTheUnconfirmedSignOutsToScripts() {
		cli.add("anna@example.test");
		assertEquals(0, cli.run("signout", "anna@example.test", "--json").json().getAsJsonArray("unconfirmed").size());
		cli.signIn.unconfirmed = List.of(Problems.of(ProblemKind.SERVER));
		JsonObject told = cli.run("signout", "anna@example.test", "--json").json().getAsJsonArray("unconfirmed").get(0).getAsJsonObject();
		assertEquals("test.server", told.get("id").getAsString());
	}

	@Test
	void savesTheAccountSignedOut() {
		cli.add("anna@example.test");
		assertFalse(cli.run("signout", "anna@example.test", "--json").json().get("signedIn").getAsBoolean());
		assertTrue(cli.accounts.accounts().get(0).endpoints().get(0).auth().session().isEmpty());
	}
}
