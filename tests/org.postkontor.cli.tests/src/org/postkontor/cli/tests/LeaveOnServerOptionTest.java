package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Direction;
import org.postkontor.account.LeaveOnServer;
import org.postkontor.cli.ExitCode;

import com.google.gson.JsonElement;

/** How long mails stay on a POP3 server, as option and as shown. */
class LeaveOnServerOptionTest {
	private static final List<String> ADD = List.of("account", "add", "anna@example.test", "--receive", "pop3");

	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	private Cli.Result add(String... more) {
		List<String> words = new java.util.ArrayList<>(ADD);
		words.addAll(List.of(more));
		return cli.run(words.toArray(String[]::new));
	}

	private LeaveOnServer saved() {
		return cli.accounts.accounts().get(0).endpoint(Direction.RECEIVE).orElseThrow().leaveOnServer();
	}

	private JsonElement shown(int server) {
		return cli.run("account", "show", "anna@example.test", "--json").json().getAsJsonArray("endpoints").get(server).getAsJsonObject()
				.get("leaveOnServer");
	}

	@Test
	void mailsStayUnlessItIsSaid() {
		add();
		assertEquals(LeaveOnServer.ALWAYS, saved());
		assertEquals("yes", shown(0).getAsString());
		assertTrue(shown(1).isJsonNull(), "sending");
	}

	@ParameterizedTest
	@CsvSource({ "no,0", "1,1", "14,14", "999,999" })
	void mailsAreDeletedAsItIsSaid(String typed, int days) {
		assertEquals(ExitCode.OK, add("--leave-on-server", typed).code());
		assertEquals(LeaveOnServer.days(days), saved());
		assertEquals(typed, shown(0).getAsString());
	}

	@Test
	void aServerThatWasTypedTakesItToo() {
		cli.run("account", "add", "anna@example.test", "--pop3", "mail.office.test:995", "--smtp", "mail.office.test:465", "--leave-on-server", "no");
		assertEquals(LeaveOnServer.UNTIL_STORED, saved());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1000", "-1", "1.5", "always", "", "007" })
	void refusesWhatIsNoSuchValue(String typed) {
		Cli.Result result = add("--json", "--leave-on-server=" + typed);
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals("cli.usage.leave-on-server", result.error().get("id").getAsString());
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--receive=imap", "--receive=none", "--imap=mail.office.test:993", "--smtp=mail.office.test:465" })
	void saysThatOnlyPop3Deletes(String receiving) {
		Cli.Result result = cli.run("account", "add", "anna@example.test", receiving, "--leave-on-server", "no", "--json");
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals("cli.usage.only-pop3", result.error().get("id").getAsString());
		assertTrue(cli.accounts.accounts().isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "no,as soon as they are stored", "14,after they were received here: 14" })
	void peopleReadWhatIsDeleted(String typed, String text) {
		assertTrue(add("--leave-on-server", typed).out().contains(text));
		assertFalse(cli.run("account", "add", "bert@example.test", "--receive", "pop3").out().contains("on the server"));
	}
}
