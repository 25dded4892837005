package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Protocol;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.FakeOutbox;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class InboxCommandsTest {
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
	void receivesForAllAccountsThatCan() {
		cli.add("only@example.test", "oauth", Protocol.SMTP);
		JsonArray accounts = cli.run("inbox", "sync", "--json").json().getAsJsonArray("accounts");
		assertEquals(1, accounts.size());
		assertEquals(Set.of("account", "address", "received", "problem"), accounts.get(0).getAsJsonObject().keySet());
		assertEquals(2, accounts.get(0).getAsJsonObject().get("received").getAsInt());
	}

	@Test
	void goesOnWithTheOtherAccountsAfterAProblem() {
		cli.add("bert@example.test");
		cli.inbox.fails.put(anna.id(), ProblemKind.SIGN_IN_NEEDED);
		Cli.Result result = cli.run("inbox", "sync", "--json");
		JsonArray accounts = result.json().getAsJsonArray("accounts");
		assertEquals("SIGN_IN_NEEDED", accounts.get(0).getAsJsonObject().getAsJsonObject("problem").get("kind").getAsString());
		assertEquals(2, accounts.get(1).getAsJsonObject().get("received").getAsInt());
		assertEquals(ExitCode.SIGN_IN_NEEDED, result.code());
	}

	@Test
	void hasAnExitCodeForAnotherReceiver() {
		cli.inbox.fails.put(anna.id(), ProblemKind.BUSY);
		assertEquals(ExitCode.BUSY, cli.run("inbox", "sync", "anna@example.test").code());
	}

	@Test
	void saysThatTheAccountOnlySends() {
		cli.add("only@example.test", "oauth", Protocol.SMTP);
		assertEquals(ExitCode.CONFIGURATION, cli.run("inbox", "sync", "only@example.test").code());
	}

	@Test
	void watchesUntilTheTimeIsOver() {
		Cli.Result result = cli.run("inbox", "watch", "anna@example.test", "--timeout", "0", "--json");
		List<JsonObject> events = result.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
		assertEquals(ExitCode.OK, result.code());
		assertEquals(List.of("received", "lost", "regained", "received"), events.subList(0, 4).stream().map(e -> e.get("event").getAsString()).toList());
		assertEquals(2, events.get(0).get("count").getAsInt());
		assertEquals("NETWORK", events.get(1).getAsJsonObject("problem").get("kind").getAsString());
		assertEquals(Set.of("account", "address", "received"), result.json().keySet());
		assertEquals(3, result.json().get("received").getAsInt());
	}

	@Test
	void tellsPeopleWhatItSeesWhileItWatches() {
		Cli.Result result = cli.run("inbox", "watch", "anna@example.test", "--timeout", "0");
		assertTrue(result.err().contains("anna@example.test: 2 new"), result::err);
		assertTrue(result.err().contains("anna@example.test: connected again"), result::err);
		assertEquals("anna@example.test: 3 new", result.out().strip());
	}

	@Test
	void watchesUntilItIsInterrupted() {
		cli.inbox.whileWatching = () -> cli.monitor.setCanceled(true);
		Cli.Result result = cli.run("inbox", "watch", "anna@example.test", "--json");
		assertEquals(ExitCode.CANCELLED, result.code());
		assertEquals(3, result.json().get("received").getAsInt());
	}

	@Test
	void endsWatchingWhenASignInIsNeeded() {
		cli.inbox.fails.put(anna.id(), ProblemKind.SIGN_IN_NEEDED);
		assertEquals(ExitCode.SIGN_IN_NEEDED, cli.run("inbox", "watch", "anna@example.test").code());
	}

	@Test
	void watchesNothingForAnAccountThatOnlySendsOrATimeThatIsNone() {
		cli.add("only@example.test", "oauth", Protocol.SMTP);
		assertEquals(ExitCode.CONFIGURATION, cli.run("inbox", "watch", "only@example.test").code());
		assertEquals(ExitCode.USAGE, cli.run("inbox", "watch", "anna@example.test", "--timeout", "soon").code());
	}

	@Test
	void listsReceivedMails() {
		cli.inbox.add(anna.id(), 7);
		cli.inbox.add(cli.add("bert@example.test").id(), 8);
		assertEquals(2, cli.run("inbox", "list", "--json").json().getAsJsonArray("mails").size());
		assertTrue(cli.run("inbox", "list", "anna@example.test").out().contains("Antwort 7"));
		assertEquals(1, cli.run("inbox", "list", "anna@example.test", "--json").json().getAsJsonArray("mails").size());
	}

	@Test
	void showsAMailWithItsText() {
		cli.inbox.add(anna.id(), 7);
		JsonObject json = cli.run("inbox", "show", "7", "--json").json();
		assertEquals(Set.of("id", "account", "uid", "messageId", "from", "to", "subject", "date", "received", "size", "text"), json.keySet());
		assertTrue(json.get("date").isJsonNull());
		assertTrue(json.get("text").getAsString().contains("über"));
	}

	@Test
	void givesOutTheBytesAsReceived() {
		cli.inbox.add(anna.id(), 7);
		assertEquals(FakeOutbox.BYTES, cli.run("inbox", "show", "7", "--raw").out());
	}

	@Test
	void saysThatAMailIsUnknown() {
		assertEquals(ExitCode.NOT_FOUND, cli.run("inbox", "show", "7").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("inbox", "show", "seven").code());
	}
}
