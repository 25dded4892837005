package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Priority;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** When mails go, and which first. */
class SendOptionsTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private OutboxId submit(String subject, SendOptions options) throws ProblemException {
		return rig.outbox().submit(Rig.ANNA, Rig.draft(subject, 1), options, null);
	}

	private Instant in(Duration duration) {
		return rig.clock.instant().plus(duration);
	}

	private List<String> delivered() {
		return rig.sender.deliveries.stream().map(FakeMailSender.Delivery::messageId).toList();
	}

	@Test
	void sendsAScheduledMailAtItsTimeAndNotBefore() throws Exception {
		OutboxId id = submit("later", SendOptions.NOW.notBefore(in(Duration.ofDays(30))));
		assertEquals(MailState.SCHEDULED, rig.state(id));
		rig.clock.advance(Duration.ofDays(29));
		rig.drain();
		assertEquals(MailState.SCHEDULED, rig.state(id));
		rig.clock.advance(Duration.ofDays(1));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
		assertEquals(List.of("SUBMITTED", "DUE", "ATTEMPT", "BOUNDARY", "ACCEPTED"), rig.log(id).subList(0, 5));
	}

	@Test
	void tellsWhenAScheduledMailIsDueHoweverFarAhead() throws Exception {
		Instant time = in(Duration.ofDays(30));
		submit("later", SendOptions.NOW.notBefore(time));
		assertEquals(Optional.of(time), rig.outbox().nextDue());
	}

	@Test
	void keepsAScheduleOverARestart() throws Exception {
		SendOptions options = SendOptions.NOW.notBefore(in(Duration.ofHours(5))).notAfter(in(Duration.ofHours(9))).priority(Priority.HIGH)
				.undo(Duration.ofSeconds(3));
		OutboxId id = submit("later", options);
		rig.restart();
		assertEquals(options, rig.entry(id).options());
	}

	@Test
	void sendsAtOnceWhenTheChosenTimeHasPassed() throws Exception {
		OutboxId id = submit("now", SendOptions.NOW.notBefore(in(Duration.ofHours(-1))));
		assertEquals(MailState.QUEUED, rig.state(id));
	}

	@Test
	void givesAComposedMailTenSecondsToBeTakenBack() throws Exception {
		OutboxId id = submit("oops", SendOptions.COMPOSED);
		assertEquals(MailState.DELAYED, rig.state(id));
		rig.clock.advance(Duration.ofMillis(9_999));
		rig.drain();
		assertEquals(0, rig.deliveries(id));
		rig.clock.advance(Duration.ofMillis(1));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void programsSendWithoutAnUndoTime() throws Exception {
		assertEquals(Duration.ZERO, rig.entry(rig.submit()).options().undo());
		assertEquals(MailState.QUEUED, rig.state(rig.submit()));
	}

	@Test
	void sendsADelayedMailWhoseClockWasWrong() throws Exception {
		rig.clock.advance(Duration.ofDays(3650));
		OutboxId id = submit("from the future", SendOptions.COMPOSED);
		rig.clock.advance(Duration.ofDays(-3650));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void sendNowSkipsUndoTimeScheduleAndBackOff() throws Exception {
		OutboxId delayed = submit("delayed", SendOptions.COMPOSED);
		OutboxId scheduled = submit("scheduled", SendOptions.NOW.notBefore(in(Duration.ofDays(1))));
		OutboxId backOff = submit("backing off", SendOptions.NOW.priority(Priority.HIGH));
		rig.sender.then(new org.postkontor.transport.SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), java.util.Map.of()));
		rig.drain();
		assertEquals(0, rig.sender.deliveries.size());
		for (OutboxId id : List.of(delayed, scheduled, backOff)) {
			assertTrue(rig.outbox().sendNow(id));
		}
		rig.drain();
		assertEquals(3, rig.sender.deliveries.size());
		assertFalse(rig.outbox().sendNow(delayed), "it was sent");
	}

	@Test
	void sendsUrgentMailsFirstAndUnimportantOnesLast() throws Exception {
		OutboxId low = submit("low", SendOptions.NOW.priority(Priority.LOW));
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		OutboxId high = submit("high", SendOptions.NOW.priority(Priority.HIGH));
		List<String> expected = List.of(rig.entry(high).messageId(), rig.entry(first).messageId(), rig.entry(second).messageId(), rig.entry(low).messageId());
		rig.drain();
		assertEquals(expected, delivered());
	}

	@Test
	void neverSendsAfterTheDeadline() throws Exception {
		OutboxId id = submit("due today", SendOptions.NOW.notAfter(in(Duration.ofHours(1))));
		rig.clock.advance(Duration.ofHours(1));
		assertEquals(1, rig.drain().held());
		assertEquals(MailState.HELD, rig.state(id));
		assertEquals("outbox.deadline-missed", rig.entry(id).problem().orElseThrow().id());
		assertEquals(0, rig.deliveries(id));
	}

	@Test
	void tellsWhenADeadlineEndsAlthoughTheLaneStandsStill() throws Exception {
		rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.SIGN_IN_NEEDED));
		Instant deadline = in(Duration.ofHours(1));
		OutboxId id = submit("due today", SendOptions.NOW.notAfter(deadline));
		rig.drain();
		assertEquals(Optional.of(deadline), rig.outbox().nextDue());
		rig.clock.advance(Duration.ofHours(1));
		rig.outbox().drainDue();
		assertEquals(MailState.HELD, rig.state(id));
	}

	@Test
	void stopsBeforeTheFinalDotWhenTheDeadlinePassesWhileSending() throws Exception {
		OutboxId id = submit("slow", SendOptions.NOW.notAfter(in(Duration.ofMinutes(1))));
		rig.sender.then((message, recipients, handOver) -> {
			rig.clock.advance(Duration.ofMinutes(2));
			try {
				return rig.sender.accept(message, recipients, handOver);
			} catch (java.io.IOException stopped) {
				return new org.postkontor.transport.SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK));
			}
		});
		rig.drain();
		assertEquals(MailState.HELD, rig.state(id));
		assertEquals("outbox.deadline-missed", rig.entry(id).problem().orElseThrow().id());
	}

	@Test
	void sendsALateMailWhenAPersonReleasesIt() throws Exception {
		OutboxId id = submit("due today", SendOptions.NOW.notAfter(in(Duration.ofHours(1))));
		rig.clock.advance(Duration.ofHours(2));
		rig.drain();
		assertTrue(rig.outbox().release(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void refusesADeadlineThatCannotBeKept() {
		for (SendOptions options : List.of(SendOptions.NOW.notAfter(in(Duration.ZERO)),
				SendOptions.NOW.notBefore(in(Duration.ofHours(2))).notAfter(in(Duration.ofHours(1))))) {
			ProblemException refused = assertThrows(ProblemException.class, () -> submit("impossible", options));
			assertEquals("outbox.deadline-impossible", refused.problem().id());
			assertEquals(ProblemKind.INPUT, refused.problem().kind());
		}
		assertEquals(List.of(), rig.sender.deliveries);
	}

	@Test
	void schedulesAMailAnewWhileItWaits() throws Exception {
		OutboxId id = rig.submit();
		Instant later = in(Duration.ofHours(3));
		assertTrue(rig.outbox().schedule(id, SendOptions.NOW.notBefore(later)));
		assertEquals(MailState.SCHEDULED, rig.state(id));
		assertTrue(rig.outbox().schedule(id, SendOptions.NOW));
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
		assertFalse(rig.outbox().schedule(id, SendOptions.NOW.notBefore(later)), "it was sent");
	}

	@Test
	void anotherPriorityLeavesTheBackOffAlone() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then(new org.postkontor.transport.SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), java.util.Map.of()));
		rig.drain();
		Optional<Instant> next = rig.entry(id).nextAttempt();
		assertTrue(rig.outbox().schedule(id, SendOptions.NOW.priority(Priority.HIGH)));
		assertEquals(next, rig.entry(id).nextAttempt());
		assertTrue(rig.entry(id).problem().isPresent());
	}

	@Test
	void holdsAScheduledMailAndReleasesItForItsTime() throws Exception {
		OutboxId id = submit("later", SendOptions.NOW.notBefore(in(Duration.ofHours(5))));
		assertTrue(rig.outbox().hold(id));
		assertTrue(rig.outbox().release(id));
		assertEquals(MailState.SCHEDULED, rig.state(id));
		rig.outbox().hold(id);
		rig.clock.advance(Duration.ofHours(6));
		rig.drain();
		assertEquals(0, rig.deliveries(id), "held");
		assertTrue(rig.outbox().release(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}
}
