package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;

/** When mails go, and how they are taken back. It is nine o'clock in Berlin. */
class OutboxTimingTest {
	@TempDir
	Path folder;
	private Cli cli;
	private Account anna;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
		anna = cli.add("anna@example.test");
	}

	private Cli.Result send(String... more) {
		List<String> line = new java.util.ArrayList<>(
				List.of("send", "--from", "anna@example.test", "--to", "bert@example.test", "--subject", "s", "--text", "t"));
		line.addAll(List.of(more));
		return cli.run(line.toArray(String[]::new));
	}

	@Test
	void aMailGoesAtOnceUnlessToldOtherwise() {
		send();
		assertEquals(List.of(SendOptions.NOW), cli.outbox.options);
	}

	@Test
	void aMailTakesTimeDeadlinePriorityAndAMomentToThink() {
		assertEquals(ExitCode.OK, send("--not-before", "2026-12-01T09:00", "--not-after", "2026-12-01T18:00+01:00", "--priority", "high", "--undo", "10").code());
		assertEquals(List.of(new SendOptions(Optional.of(Instant.parse("2026-12-01T08:00:00Z")), Optional.of(Instant.parse("2026-12-01T17:00:00Z")),
				Priority.HIGH, Duration.ofSeconds(10))), cli.outbox.options);
	}

	@Test
	void aCompleteMessageTakesThemToo() throws Exception {
		Path eml = Files.writeString(folder.resolve("mail.eml"), "Subject: x\r\n\r\n");
		cli.run("send", "--from", "anna@example.test", "--to", "bert@example.test", "--eml", eml.toString(), "--priority", "low");
		assertEquals(List.of(SendOptions.NOW.priority(Priority.LOW)), cli.outbox.options);
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-01T09:00,2026-12-01T08:00:00Z", "2026-12-01 09:00:30,2026-12-01T08:00:30Z", "2026-12-01T09:00Z,2026-12-01T09:00:00Z",
			"2026-07-01T09:00,2026-07-01T07:00:00Z", "+90m,2026-11-26T09:30:00Z", "+2h,2026-11-26T10:00:00Z", "+1d,2026-11-27T08:00:00Z",
			"+30s,2026-11-26T08:00:30Z" })
	void understandsTimes(String typed, String time) {
		send("--not-before", typed);
		assertEquals(Optional.of(Instant.parse(time)), cli.outbox.options.get(0).notBefore());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tomorrow", "2026-13-01T09:00", "2026-12-01", "+h", "09:00", "+2w" })
	void refusesWhatIsNoTime(String typed) {
		Cli.Result result = cli.run("send", "--from", "anna@example.test", "--to", "b@example.test", "--subject", "s", "--text", "t", "--not-after", typed, "--json");
		assertEquals(ExitCode.USAGE, result.code());
		assertEquals("cli.usage.time", result.error().get("id").getAsString());
		assertTrue(cli.outbox.options.isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "3601", "-1", "soon", "1.5" })
	void refusesAnImpossibleMoment(String typed) {
		assertEquals(ExitCode.USAGE, send("--undo=" + typed).code());
		assertTrue(cli.outbox.options.isEmpty());
	}

	@Test
	void refusesAnUnknownPriority() {
		assertEquals(ExitCode.USAGE, send("--priority", "urgent").code());
	}

	@Test
	void schedulingKeepsWhatIsNotGiven() {
		Instant deadline = Instant.parse("2026-12-24T12:00:00Z");
		OutboxEntry mail = cli.outbox.add(anna.id(), "m1", MailState.QUEUED, SendOptions.NOW.notAfter(deadline).priority(Priority.HIGH));
		Cli.Result result = cli.run("outbox", "schedule", "m1", "--not-before", "+1h", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(List.of("schedule m1 " + mail.options().notBefore(Instant.parse("2026-11-26T09:00:00Z"))), cli.outbox.calls);
		assertEquals("2026-11-26T09:00:00Z", result.json().getAsJsonArray("mails").get(0).getAsJsonObject().get("notBefore").getAsString());
	}

	@Test
	void schedulingTakesADeadlineAway() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED, SendOptions.NOW.notAfter(Instant.parse("2026-12-24T12:00:00Z")));
		cli.run("outbox", "schedule", "m1", "--not-after", "none");
		assertEquals(List.of("schedule m1 " + SendOptions.NOW), cli.outbox.calls);
	}

	@Test
	void schedulingWantsSomethingToChangeAndKnownMails() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		assertEquals(ExitCode.USAGE, cli.run("outbox", "schedule", "m1").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "schedule", "m1", "m2", "--priority", "low").code());
		assertTrue(cli.outbox.calls.isEmpty());
	}

	@Test
	void showsTimesAndPriority() {
		cli.outbox.add(anna.id(), "m1", MailState.SCHEDULED, SendOptions.NOW.notBefore(Instant.parse("2026-12-01T08:00:00Z")));
		assertEquals("2026-12-01T08:00:00Z", cli.run("outbox", "show", "m1", "--json").json().get("notBefore").getAsString());
		assertTrue(cli.run("outbox", "show", "m1", "--lang", "de").out().contains("Nicht vor: 2026-12-01T08:00:00Z"));
	}

	@Test
	void sendsNow() {
		cli.outbox.add(anna.id(), "m1", MailState.SCHEDULED);
		assertEquals(ExitCode.OK, cli.run("outbox", "send-now", "m1").code());
		assertEquals(List.of("sendNow m1"), cli.outbox.calls);
	}

	@Test
	void drainingWithPatienceWaitsForAMailThatIsDueSoonAndNotForOneOfTomorrow() {
		cli.outbox.drains.add(new Outbox.DrainSummary(0, 0, 0, 0, 0, List.of()));
		cli.outbox.mails.put(new OutboxId("m1"), due(cli.outbox.add(anna.id(), "m1", MailState.DELAYED), "2026-11-26T08:00:10Z"));
		cli.outbox.mails.put(new OutboxId("m2"), due(cli.outbox.add(anna.id(), "m2", MailState.SCHEDULED), "2026-11-27T08:00:00Z"));
		cli.outbox.onDrain = () -> {
			if (cli.outbox.calls.size() == 2) {
				cli.outbox.mails.remove(new OutboxId("m1"));
			}
		};
		assertEquals(ExitCode.OK, cli.run("outbox", "drain", "--wait").code());
		assertEquals(2, cli.outbox.calls.size());
	}

	@Test
	void takesAMailBackThatWasNotSent() {
		OutboxEntry entry = cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		cli.log.add(with(entry, MailState.CANCELLED));
		assertEquals(ExitCode.OK, cli.run("outbox", "cancel", "m1").code());
		assertEquals(List.of("remove m1"), cli.outbox.calls);
	}

	@Test
	void doesNotSayThatASentMailWasTakenBack() {
		cli.log.add(cli.outbox.add(anna.id(), "m1", MailState.FILED));
		Cli.Result result = cli.run("outbox", "cancel", "m1", "--json");
		assertEquals(ExitCode.FAILURE, result.code());
		assertFalse(result.json().getAsJsonArray("mails").get(0).getAsJsonObject().get("done").getAsBoolean());
		assertTrue(cli.outbox.calls.isEmpty(), "it stays on the list");
	}

	@Test
	void doesNotSayItEitherIfTheMailWasSentInThisMoment() {
		cli.log.add(with(cli.outbox.add(anna.id(), "m1", MailState.QUEUED), MailState.SENT));
		assertEquals(ExitCode.FAILURE, cli.run("outbox", "cancel", "m1").code());
	}

	@Test
	void bringsBackAMailThatIsNotOnTheListAnyMore() {
		OutboxEntry entry = cli.outbox.add(anna.id(), "m1", MailState.CANCELLED);
		cli.log.add(entry);
		cli.outbox.mails.remove(entry.id());
		assertEquals(ExitCode.OK, cli.run("outbox", "restore", "m1").code());
		assertEquals(List.of("restore m1"), cli.outbox.calls);
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "restore", "m2").code());
	}

	@Test
	void showsThePolicyOfEveryAccountThatSends() {
		cli.add("bert@example.test");
		Cli.Result result = cli.run("outbox", "policy", "--json");
		assertEquals(2, result.json().getAsJsonArray("accounts").size());
		assertTrue(cli.run("outbox", "policy").out().contains("anna@example.test: ask a person"));
	}

	@Test
	void recordsThePolicyOfOneAccount() {
		assertEquals(ExitCode.OK, cli.run("outbox", "policy", "anna@example.test", "--in-doubt", "send-again").code());
		assertEquals(List.of("policy SEND_AGAIN"), cli.outbox.calls);
		assertEquals(ExitCode.USAGE, cli.run("outbox", "policy", "--in-doubt", "ask").code());
		assertEquals(ExitCode.USAGE, cli.run("outbox", "policy", "anna@example.test", "--in-doubt", "maybe").code());
	}

	private static OutboxEntry due(OutboxEntry e, String time) {
		return new OutboxEntry(e.id(), e.account(), e.state(), e.messageId(), e.subject(), e.envelope(), e.size(), e.accepted(),
				Optional.of(Instant.parse(time)), e.attempts(), e.problem(), e.recipients(), e.reply(), e.options());
	}

	private static OutboxEntry with(OutboxEntry e, MailState state) {
		return new OutboxEntry(new OutboxId(e.id().value()), e.account(), state, e.messageId(), e.subject(), e.envelope(), e.size(), e.accepted(), e.nextAttempt(),
				e.attempts(), e.problem(), e.recipients(), e.reply(), e.options());
	}
}
