package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.cli.ExitCode;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Tidying;

import com.google.gson.JsonObject;

class OutboxTidyTest {
	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
	}

	@Test
	void saysWhenSentMailsLeave() {
		String english = cli.run("outbox", "tidy").out();
		assertTrue(english.contains("7 days after their copy was filed") && english.contains("stay until somebody removes them"), english);
		String german = cli.run("outbox", "tidy", "--lang", "de").out();
		assertTrue(german.contains("7 Tage, nachdem ihre Kopie abgelegt ist"), german);
		JsonObject json = cli.run("outbox", "tidy", "--json").json();
		assertEquals(7, json.get("afterDays").getAsInt());
		assertTrue(json.get("withoutCopyDays").isJsonNull() && json.getAsJsonArray("removed").isEmpty(), json.toString());
	}

	@Test
	void changesOnlyWhatIsGiven() {
		assertEquals(ExitCode.OK, cli.run("outbox", "tidy", "--without-copy", "30").code());
		assertEquals(new Tidying(Optional.of(Duration.ofDays(7)), Optional.of(Duration.ofDays(30))), cli.outbox.tidying);
		assertTrue(cli.run("outbox", "tidy", "--after", "0").out().contains("as soon as their copy is filed"));
		assertEquals(new Tidying(Optional.of(Duration.ZERO), Optional.of(Duration.ofDays(30))), cli.outbox.tidying);
		assertEquals(ExitCode.OK, cli.run("outbox", "tidy", "--after", "never", "--without-copy", "never").code());
		assertEquals(Tidying.NEVER, cli.outbox.tidying);
	}

	@Test
	void refusesWhatIsNoNumberOfDays() {
		for (String wrong : List.of("soon", "-1", "1.5", "")) {
			assertEquals(ExitCode.USAGE, cli.run("outbox", "tidy", "--after", wrong).code(), wrong);
		}
		assertEquals(Tidying.STANDARD, cli.outbox.tidying);
	}

	@Test
	void removesAllThatAreSentOnlyWhenAsked() {
		cli.outbox.add(cli.add("anna@example.test").id(), "m1", MailState.FILED);
		cli.outbox.add(cli.add("bert@example.test").id(), "m2", MailState.HELD);
		cli.run("outbox", "tidy", "--after", "1");
		assertEquals(2, cli.outbox.mails.size());
		assertEquals("[\"m1\"]", cli.run("outbox", "tidy", "--now", "--json").json().get("removed").toString());
		assertEquals(List.of(new OutboxId("m2")), List.copyOf(cli.outbox.mails.keySet()));
		assertTrue(cli.run("outbox", "tidy", "--now").out().startsWith("Sent mails leave"), "nothing left to remove");
	}
}
