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
import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.tests.fake.FakeOutbox;
import org.postkontor.cli.tests.fake.Problems;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.problem.ProblemKind;

class OutboxCommandsTest {
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
	void listsMailsOfOneAccountOrAll() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		cli.outbox.add(cli.add("bert@example.test").id(), "m2", MailState.HELD);
		assertEquals(2, cli.run("outbox", "list", "--json").json().getAsJsonArray("mails").size());
		assertEquals(1, cli.run("outbox", "list", "anna@example.test", "--json").json().getAsJsonArray("mails").size());
		assertTrue(cli.run("outbox", "list").out().contains("On hold"));
	}

	@Test
	void showsAllFieldsOfAMail() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		assertEquals(Set.of("id", "account", "state", "messageId", "subject", "sender", "recipients", "size", "accepted", "nextAttempt", "attempts", "problem",
				"results", "reply", "notBefore", "notAfter", "priority"), cli.run("outbox", "show", "m1", "--json").json().keySet());
	}

	@Test
	void givesOutTheFrozenBytesAndNothingElse() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		assertEquals(FakeOutbox.BYTES, cli.run("outbox", "show", "m1", "--raw", "-").out());
		assertEquals(FakeOutbox.BYTES, cli.run("outbox", "show", "m1", "--raw").out());
	}

	@Test
	void writesTheFrozenBytesToANewFileForTheOwnerOnly() throws Exception {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		Path file = folder.resolve("m1.eml");
		assertEquals(ExitCode.OK, cli.run("outbox", "show", "m1", "--raw", file.toString()).code());
		assertEquals(FakeOutbox.BYTES, Files.readString(file));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertEquals(ExitCode.USAGE, cli.run("outbox", "show", "m1", "--raw", file.toString()).code());
	}

	@Test
	void doesNotMixBytesAndJson() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		assertEquals(ExitCode.USAGE, cli.run("outbox", "show", "m1", "--raw", "-", "--json").code());
	}

	@Test
	void saysThatAMailIsUnknown() {
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "show", "m1").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "show", "../x").code());
	}

	@Test
	void checksAllIdsBeforeTheFirstChange() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "hold", "m1", "m2").code());
		assertTrue(cli.outbox.calls.isEmpty());
	}

	@Test
	void holdsReleasesAndRemoves() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		for (String command : List.of("hold", "release", "remove")) {
			assertEquals(ExitCode.OK, cli.run("outbox", command, "m1").code());
		}
		assertEquals(List.of("hold m1", "release m1", "remove m1"), cli.outbox.calls);
	}

	@Test
	void saysThatItIsTooLateToHold() {
		cli.outbox.add(anna.id(), "m1", MailState.BOUNDARY);
		Cli.Result result = cli.run("outbox", "hold", "m1", "--json");
		assertEquals(ExitCode.FAILURE, result.code());
		assertFalse(result.json().getAsJsonArray("mails").get(0).getAsJsonObject().get("done").getAsBoolean());
	}

	@Test
	void recordsTheDecisionAboutAMailInDoubt() {
		cli.outbox.add(anna.id(), "m1", MailState.IN_DOUBT);
		assertEquals("MARK_SENT", cli.run("outbox", "resolve", "m1", "--sent", "--json").json().get("decision").getAsString());
		cli.run("outbox", "resolve", "m1", "--send-again");
		assertEquals(List.of("resolve m1 MARK_SENT", "resolve m1 SEND_AGAIN"), cli.outbox.calls);
	}

	@Test
	void wantsExactlyOneDecisionAndOnlyForAMailInDoubt() {
		cli.outbox.add(anna.id(), "m1", MailState.IN_DOUBT);
		cli.outbox.add(anna.id(), "m2", MailState.QUEUED);
		assertEquals(ExitCode.USAGE, cli.run("outbox", "resolve", "m1").code());
		assertEquals(ExitCode.USAGE, cli.run("outbox", "resolve", "m1", "--sent", "--send-again").code());
		assertEquals(ExitCode.USAGE, cli.run("outbox", "resolve", "m2", "--sent").code());
		assertTrue(cli.outbox.calls.isEmpty());
	}

	@Test
	void drainsAndCounts() {
		cli.outbox.drains.add(new DrainSummary(3, 0, 0, 0, 0, List.of()));
		Cli.Result result = cli.run("outbox", "drain", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(Set.of("sent", "deferred", "held", "rejected", "inDoubt", "paused"), result.json().keySet());
		assertEquals(3, result.json().get("sent").getAsInt());
	}

	@Test
	void drainsOneAccount() {
		cli.run("outbox", "drain", "anna@example.test");
		assertEquals(List.of("drain " + anna.id()), cli.outbox.calls);
	}

	@Test
	void hasAnExitCodeForASecondDrainer() {
		cli.outbox.fails = Optional.of(ProblemKind.BUSY);
		assertEquals(ExitCode.BUSY, cli.run("outbox", "drain").code());
	}

	@Test
	void hasAnExitCodeForMailsThatAreLeft() {
		cli.outbox.drains.add(new DrainSummary(1, 0, 0, 1, 0, List.of()));
		assertEquals(ExitCode.MAILS_LEFT, cli.run("outbox", "drain").code());
		cli.outbox.add(anna.id(), "m1", MailState.IN_DOUBT);
		assertEquals(ExitCode.MAILS_LEFT, cli.run("outbox", "drain").code());
	}

	@Test
	void saysWhyALaneIsPaused() {
		cli.outbox.drains.add(new DrainSummary(0, 0, 0, 0, 0, List.of(new Lane(anna.id(), Optional.of(Problems.of(ProblemKind.SIGN_IN_NEEDED))))));
		Cli.Result result = cli.run("outbox", "drain");
		assertEquals(ExitCode.SIGN_IN_NEEDED, result.code());
		assertTrue(result.out().contains("anna@example.test is paused"), result::out);
		assertTrue(result.out().contains("test.sign_in_needed in en"), result::out);
	}

	@Test
	void waitsUntilNothingIsQueued() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		cli.outbox.drains.add(new DrainSummary(0, 1, 0, 0, 0, List.of()));
		cli.outbox.drains.add(new DrainSummary(1, 0, 0, 0, 0, List.of()));
		cli.outbox.onDrain = () -> {
			if (cli.outbox.calls.size() == 2) {
				cli.outbox.mails.clear();
			}
		};
		Cli.Result result = cli.run("outbox", "drain", "--wait", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(1, result.json().get("sent").getAsInt());
		assertEquals(0, result.json().get("deferred").getAsInt());
	}

	@Test
	void waitsNotLongerThanItShould() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		assertEquals(ExitCode.MAILS_LEFT, cli.run("outbox", "drain", "--wait", "--timeout", "0").code());
		assertEquals(1, cli.outbox.calls.size());
		assertEquals(ExitCode.USAGE, cli.run("outbox", "drain", "--wait", "--timeout", "soon").code());
	}

	@Test
	void doesNotWaitForALaneThatNeedsAPerson() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		cli.outbox.drains.add(new DrainSummary(0, 0, 0, 0, 0, List.of(new Lane(anna.id(), Optional.of(Problems.of(ProblemKind.SIGN_IN_NEEDED))))));
		assertEquals(ExitCode.SIGN_IN_NEEDED, cli.run("outbox", "drain", "--wait").code());
		assertEquals(1, cli.outbox.calls.size());
	}

	@Test
	void stopsWaitingWhenCancelled() {
		cli.outbox.add(anna.id(), "m1", MailState.QUEUED);
		cli.outbox.onDrain = () -> cli.monitor.setCanceled(true);
		assertEquals(ExitCode.CANCELLED, cli.run("outbox", "drain", "--wait").code());
	}
}
