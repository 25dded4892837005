package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.FakeSignIn;
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
		assertTrue(result.err().contains("Stay signed in (offline_access)") && result.err().contains("  mail.send"), result::err);
		assertFalse(result.out().contains("https:"), result::out);
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

	@Test
	void savesTheAccountSignedOut() {
		cli.add("anna@example.test");
		assertFalse(cli.run("signout", "anna@example.test", "--json").json().get("signedIn").getAsBoolean());
		assertTrue(cli.accounts.accounts().get(0).endpoints().get(0).auth().session().isEmpty());
	}
}
