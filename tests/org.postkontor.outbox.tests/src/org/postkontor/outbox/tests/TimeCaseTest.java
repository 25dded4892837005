package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.FakeClock;
import org.postkontor.transport.SendOutcome;

/** What clocks do. */
class TimeCaseTest extends CaseWithFakes {
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
	private static final Duration NIGHT = Duration.ofHours(8);

	@Test
	void case29SendsSoonWhenTheClockWasSetBack() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of()));
		rig.drain();
		rig.clock.jump(Duration.ofDays(-1));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void case29DoesNotStormWhenTheClockJumpsAhead() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.clock.jump(Duration.ofDays(3650));
		rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of()));
		rig.drain();
		assertEquals(1, attempts());
		assertEquals(MailState.QUEUED, rig.state(id));
	}

	/** The patience of five days seems to be over at once: it is tried for some hours all the same. */
	@Test
	void case29TriesSixTimesMoreBeforeItAsksWhenTheClockJumpsAhead() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.clock.jump(Duration.ofDays(3650));
		for (int attempt = 1; attempt <= 6; attempt++) {
			defer();
			rig.drain();
			assertEquals(MailState.QUEUED, rig.state(id), "attempt " + attempt);
			rig.clock.set(rig.entry(id).nextAttempt().orElseThrow());
		}
		defer();
		rig.drain();
		assertEquals(7, attempts());
		assertEquals("outbox.expired", rig.entry(id).problem().orElseThrow().id());
	}

	/** Put off by a server, then the clock jumps and stays: the mail goes within two hours of real time, after few attempts. */
	@ParameterizedTest
	@ValueSource(longs = { 1, -1, 3652 })
	void case29NeitherStormsNorWaitsForEver(long days) throws Exception {
		OutboxId id = accepted(rig.submit());
		defer();
		rig.drain();
		rig.clock.jump(Duration.ofDays(days));
		rig.drain();
		for (int minutes = 0; minutes < 120; minutes++) {
			rig.clock.advance(Duration.ofMinutes(1));
			rig.outbox().drainDue();
		}
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(2, attempts());
	}

	/** The clock is put right again: what was put off by the wrong one does not wait for years. */
	@ParameterizedTest
	@ValueSource(longs = { 1, -1, 3652 })
	void case29GoesOnWhenTheClockIsPutRight(long days) throws Exception {
		rig.clock.jump(Duration.ofDays(days));
		OutboxId id = accepted(rig.submit());
		defer();
		rig.drain();
		rig.clock.jump(Duration.ofDays(-days));
		for (int minutes = 0; minutes < 120; minutes++) {
			rig.clock.advance(Duration.ofMinutes(1));
			rig.outbox().drainDue();
		}
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(2, attempts());
	}

	/** A lane that paused by a wrong clock tries again, too. */
	@ParameterizedTest
	@ValueSource(longs = { 1, -1, 3652 })
	void case29LetsALaneTryAgain(long days) throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.NETWORK));
		rig.drain();
		rig.clock.jump(Duration.ofDays(days));
		rig.outbox().drainDue();
		rig.clock.advance(Duration.ofHours(2));
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, attempts());
	}

	/** The computer slept in the middle of the body: the connection is dead, nothing can have been accepted. */
	@Test
	void case30SendsAgainAfterSleepingInTheBody() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.sender.then((m, r, h) -> {
			rig.clock.jump(NIGHT);
			return new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK));
		});
		rig.drain();
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void case30IsInDoubtAfterSleepingBehindTheFinalDot() throws Exception {
		OutboxId id = accepted(rig.submit());
		rig.sender.then((m, r, h) -> {
			h.boundary();
			rig.sender.deliver(m, r, m.size());
			rig.clock.jump(NIGHT);
			return new SendOutcome.InDoubt(FakeMailSender.problem(ProblemKind.TIMEOUT));
		});
		rig.drain();
		rig.clock.advance(Duration.ofDays(2));
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	/** Nothing is sent late because the computer slept: the deadline is looked at once more before the final dot. */
	@Test
	void case30SendsNothingLateAfterSleepingPastTheDeadline() throws Exception {
		OutboxId id = accepted(rig.outbox().submit(Rig.ANNA, Rig.draft("in time or not", 1), SendOptions.NOW.notAfter(rig.clock.instant().plus(Duration.ofHours(1))),
				null));
		rig.sender.then((m, r, h) -> {
			rig.clock.jump(NIGHT);
			h.boundary();
			throw new IOException("handed over too late");
		});
		rig.drain();
		assertEquals(MailState.HELD, rig.state(id));
		assertEquals("outbox.deadline-missed", rig.entry(id).problem().orElseThrow().id());
		assertEquals(0, rig.deliveries(id));
	}

	/** Many mails that became due in the night go once each. */
	@Test
	void case30SendsWhatBecameDueInTheNightOnce() throws Exception {
		OutboxId id = accepted(rig.outbox().submit(Rig.ANNA, Rig.draft("early", 1), SendOptions.NOW.notBefore(rig.clock.instant().plus(Duration.ofHours(3))), null));
		rig.drain();
		rig.clock.jump(NIGHT);
		rig.outbox().drainDue();
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	/** In the night of 25 October 2026 the hour from two to three comes twice in Berlin. */
	@Test
	void case32SendsAtTheChosenMomentWhenSummerTimeEnds() throws Exception {
		FakeClock night = new FakeClock(Instant.parse("2026-10-24T20:00:00Z"));
		Instant second = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, BERLIN).withLaterOffsetAtOverlap().toInstant();
		rig.time = night.withZone(BERLIN);
		OutboxId id = accepted(rig.outbox().submit(Rig.ANNA, Rig.draft("at half past two", 1), SendOptions.NOW.notBefore(second), null));
		night.set(second.minus(Duration.ofMinutes(1)));
		rig.drain();
		assertEquals(MailState.SCHEDULED, rig.state(id));
		night.set(second);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2026-10-24T23:59:00Z|Sun, 25 Oct 2026 01:59:00 +0200", "2026-03-29T00:59:00Z|Sun, 29 Mar 2026 01:59:00 +0100" })
	void case32FreezesTheDateAndWaitsInRealMinutes(String justBefore, String date) throws Exception {
		FakeClock night = new FakeClock(Instant.parse(justBefore));
		rig.time = night.withZone(BERLIN);
		OutboxId id = accepted(rig.submit());
		byte[] frozen = Files.readAllBytes(rig.spool(id));
		defer();
		rig.drain();
		Optional<Instant> next = rig.entry(id).nextAttempt();
		rig.restart();
		rig.time = night.withZone(ZoneId.of("Pacific/Auckland"));
		assertEquals(next, rig.entry(id).nextAttempt());
		night.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertArrayEquals(frozen, Files.readAllBytes(rig.spool(id)));
		assertTrue(new String(frozen, StandardCharsets.ISO_8859_1).contains("Date: " + date + "\r\n"));
	}

	private void defer() {
		rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of()));
	}

	private long attempts() {
		return rig.sender.events.stream().filter(event -> event.startsWith("send ")).count();
	}
}
