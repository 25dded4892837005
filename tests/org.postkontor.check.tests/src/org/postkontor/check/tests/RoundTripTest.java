package org.postkontor.check.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.check.tests.CheckFixture.account;
import static org.postkontor.check.tests.CheckFixture.results;
import static org.postkontor.check.tests.CheckFixture.step;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.SendOutcome;

class RoundTripTest {
	private CheckFixture fixture;

	@BeforeEach
	void start() throws IOException {
		fixture = new CheckFixture();
	}

	@AfterEach
	void stop() throws IOException {
		fixture.close();
	}

	@Test
	void sendsAMailToItselfAndFindsItByItsMessageId() {
		fixture.mail.looksUntilArrival = 3;
		CheckReport report = fixture.run(true);
		assertEquals("send=PASSED arrive=PASSED", results(report, "roundtrip"));
		assertEquals("<new@example.test>; 250 2.0.0 queued as 4711", step(report, "roundtrip.send").detail());
		assertEquals("<new@example.test>", step(report, "roundtrip.arrive").detail());
	}

	@Test
	void anOldMailIsNotTakenForTheNewOne() {
		fixture.mail.inbox.add("Message-ID: <new@example.test>\r\n");
		fixture.mail.looksUntilArrival = 1000;
		assertEquals(Result.WARNING, step(fixture.run(true), "roundtrip.arrive").result());
	}

	@Test
	void warnsWhenItDoesNotArriveInAMinute() {
		fixture.mail.looksUntilArrival = 1000;
		CheckReport report = fixture.run(true);
		assertEquals("check.not-arrived", step(report, "roundtrip.arrive").problem().orElseThrow().id());
		assertEquals("60", step(report, "roundtrip.arrive").problem().orElseThrow().values().get("seconds"));
		assertTrue(report.passed());
	}

	@Test
	void aRejectedTestMailFailsWithTheServersAnswer() {
		Problem problem = Problem.of("transport.rejected", ProblemKind.MESSAGE, Fixer.USER, Remedy.NONE).detail("reply", "550 no");
		fixture.mail.outcome = new SendOutcome.Rejected(problem, Map.of());
		CheckReport report = fixture.run(true);
		assertEquals("send=FAILED arrive=SKIPPED", results(report, "roundtrip"));
		assertEquals(problem, step(report, "roundtrip.send").problem().orElseThrow());
	}

	@Test
	void anUnknownOutcomeIsAWarningAndStillLookedFor() {
		fixture.mail.outcome = new SendOutcome.InDoubt(Problem.of("transport.in-doubt", ProblemKind.NETWORK, Fixer.TIME, Remedy.NONE));
		assertEquals("send=WARNING arrive=PASSED", results(fixture.run(true), "roundtrip"));
	}

	@Test
	void asSendingOnlyItIsNotLookedFor() {
		CheckReport report = fixture.run(account(fixture.smtpEndpoint()), true, null);
		assertEquals("send=PASSED arrive=SKIPPED", results(report, "roundtrip"));
	}

	@Test
	void noTestMailWhenADirectionFailed() {
		fixture.mail.refusals = 9;
		assertEquals(Result.SKIPPED, step(fixture.run(true), "roundtrip").result());
		assertTrue(fixture.mail.files.isEmpty());
	}

	@Test
	void leavesNoFileBehind() {
		fixture.run(true);
		assertEquals(1, fixture.mail.files.size());
		assertFalse(Files.exists(fixture.mail.files.get(0).getParent()));
	}
}
