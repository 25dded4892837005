package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

class DrainTest {
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

	@Test
	void sendsAndFilesAndSaysSo() throws Exception {
		OutboxId id = rig.submit();
		DrainSummary summary = rig.drain();
		assertEquals(new DrainSummary(1, 0, 0, 0, 0, List.of()), summary);
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals("250 queued as 1", rig.entry(id).reply());
		assertEquals(List.of("SUBMITTED", "ATTEMPT", "BOUNDARY", "ACCEPTED", "FILED"), rig.log(id));
	}

	@Test
	void recordsTheBoundaryBeforeTheServerCanHaveTheMail() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			assertEquals(MailState.SENDING, state(id));
			h.boundary();
			assertEquals(MailState.BOUNDARY, state(id));
			return new SendOutcome.Accepted("250", Map.of());
		});
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void fetchesTheCredentialBeforeConnecting() throws Exception {
		rig.submit();
		rig.broker.failures.add(FakeMailSender.problem(ProblemKind.SIGN_IN_NEEDED));
		rig.drain();
		assertEquals(List.of("credential SMTP FORBIDDEN"), rig.broker.events);
		assertEquals(List.of(), rig.sender.events);
	}

	@Test
	void reusesAConnectionForTenMails() throws Exception {
		for (int i = 0; i < 11; i++) {
			rig.submit();
		}
		rig.drain();
		assertEquals(11, rig.sender.deliveries.size());
		assertEquals(2, rig.sender.events.stream().filter(e -> e.startsWith("connect")).count());
	}

	@Test
	void reusesAConnectionForAHundredRecipients() throws Exception {
		rig.submit(Rig.ANNA, 60);
		rig.submit(Rig.ANNA, 60);
		rig.drain();
		assertEquals(List.of("connect token1", "send 60", "connect token1", "send 60"),
				rig.sender.events.stream().filter(event -> !event.equals("quit")).toList());
	}

	@Test
	void doesNotReuseAConnectionThatIsNotUsable() throws Exception {
		rig.sender.usableAfterMail = false;
		rig.submit();
		rig.submit();
		rig.drain();
		assertEquals(2, rig.sender.events.stream().filter(e -> e.startsWith("connect")).count());
	}

	@Test
	void case36SplitsManyRecipientsIntoHundreds() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 250);
		rig.drain();
		assertEquals(List.of(100, 100, 50), rig.sender.deliveries.stream().map(d -> d.recipients().size()).toList());
		Set<String> all = new TreeSet<>();
		rig.sender.deliveries.forEach(d -> all.addAll(d.recipients()));
		assertEquals(250, all.size());
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void case34CrossesOffDeliveredRecipientsAndRetriesTheRest() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 3);
		rig.sender.then((m, r, h) -> {
			h.boundary();
			rig.sender.deliver(m, Set.of("r0@example.test", "r2@example.test"), 0);
			return new SendOutcome.Accepted("250 ok", Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test",
					new RecipientResult.Deferred("450 later"), "r2@example.test", new RecipientResult.Accepted("250")));
		});
		assertEquals(1, rig.drain().deferred());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals("outbox.recipients-deferred", rig.entry(id).problem().orElseThrow().id());
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(List.of(Set.of("r0@example.test", "r2@example.test"), Set.of("r1@example.test")),
				rig.sender.deliveries.stream().map(FakeMailSender.Delivery::recipients).toList());
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void case35NamesARefusedRecipientAndDoesNotTryItAgain() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 2);
		rig.sender.then((m, r, h) -> {
			h.boundary();
			rig.sender.deliver(m, Set.of("r0@example.test"), 0);
			return new SendOutcome.Accepted("250 ok",
					Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test", new RecipientResult.Rejected("550 unknown")));
		});
		rig.drain();
		rig.drain();
		OutboxEntry entry = rig.entry(id);
		assertEquals(MailState.FILED, entry.state());
		assertEquals("r1@example.test", entry.problem().orElseThrow().values().get("recipients"));
		assertEquals(new RecipientResult.Rejected("550 unknown"), entry.recipients().get("r1@example.test"));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void case37HoldsAMailThatIsTooLargeBeforeSendingIt() throws Exception {
		rig.sender.maxSize = OptionalLong.of(100);
		OutboxId id = rig.submit();
		assertEquals(1, rig.drain().held());
		assertEquals("outbox.too-large", rig.entry(id).problem().orElseThrow().id());
		assertFalse(rig.sender.events.contains("send 1"));
	}

	@Test
	void case39RecordsARefusalForGood() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE), Map.of()));
		assertEquals(1, rig.drain().rejected());
		assertEquals(MailState.REJECTED, rig.state(id));
		rig.clock.advance(Duration.ofDays(1));
		rig.drain();
		assertEquals(0, rig.deliveries(id));
	}

	@Test
	void sendsARefusedMailAgainWhenItIsReleased() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE), Map.of()));
		rig.drain();
		assertTrue(rig.outbox().release(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void case40And42WaitsLongerAfterEachDeferral() throws Exception {
		OutboxId id = rig.submit();
		for (int minutes : new int[] { 1, 2, 5, 15, 30, 60, 60 }) {
			rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of()));
			Instant before = rig.clock.instant();
			assertEquals(1, rig.drain().deferred());
			Duration wait = Duration.between(before, rig.entry(id).nextAttempt().orElseThrow());
			assertTrue(wait.toSeconds() >= minutes * 60 && wait.toSeconds() <= minutes * 66, minutes + " min: " + wait);
			rig.drain();
			assertEquals(0, rig.deliveries(id));
			rig.clock.set(rig.entry(id).nextAttempt().orElseThrow());
		}
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void holdsAMailThatWasDeferredForFiveDays() throws Exception {
		OutboxId id = rig.submit();
		for (int i = 0; i < 200 && rig.state(id) == MailState.QUEUED; i++) {
			rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of()));
			rig.drain();
			rig.entry(id).nextAttempt().ifPresent(rig.clock::set);
		}
		assertEquals("outbox.expired", rig.entry(id).problem().orElseThrow().id());
		assertEquals(MailState.HELD, rig.state(id));
		assertTrue(Files.exists(rig.spool(id)));
		Duration tried = Duration.between(rig.entry(id).accepted(), rig.clock.instant());
		assertTrue(tried.toHours() >= 118, "tried for " + tried);
		rig.sender.behaviours.clear();
		rig.outbox().release(id);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void aRecipientAcceptedInARefusedMailIsNotCrossedOff() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 2);
		rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER),
				Map.of("r0@example.test", new RecipientResult.Accepted("250 rcpt"), "r1@example.test", new RecipientResult.Deferred("450"))));
		rig.drain();
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		Set<String> all = new TreeSet<>();
		rig.sender.deliveries.forEach(d -> all.addAll(d.recipients()));
		assertEquals(Set.of("r0@example.test", "r1@example.test"), all);
		assertEquals(2, rig.sender.deliveries.stream().mapToInt(d -> d.recipients().size()).sum());
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void aHoldDuringSendingWinsOverTheBoundary() throws Exception {
		OutboxId id = rig.submit();
		OutboxId next = rig.submit();
		rig.sender.then((m, r, h) -> {
			assertTrue(hold(id));
			return rig.sender.accept(m, r, h);
		});
		assertEquals(0, rig.drain().paused().size());
		assertEquals(MailState.HELD, rig.state(id));
		assertEquals(0, rig.deliveries(id));
		assertEquals(MailState.FILED, rig.state(next));
	}

	@Test
	void aHoldAfterTheBoundaryIsTooLate() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			h.boundary();
			assertFalse(hold(id));
			assertFalse(remove(id));
			return new SendOutcome.Accepted("250", Map.of());
		});
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void stopsAtTheNextMailWhenItIsCancelled() throws Exception {
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		NullProgressMonitor monitor = new NullProgressMonitor();
		rig.sender.then((m, r, h) -> {
			SendOutcome outcome = rig.sender.accept(m, r, h);
			monitor.setCanceled(true);
			return outcome;
		});
		rig.outbox().drain(Optional.empty(), monitor);
		assertEquals(MailState.SENT, rig.state(first));
		assertEquals(MailState.QUEUED, rig.state(second));
		rig.drain();
		assertEquals(1, rig.deliveries(first));
		assertEquals(1, rig.deliveries(second));
	}

	@Test
	void doesNotHandOverWhenTheBoundaryCannotBeRecorded() throws Exception {
		OutboxId id = rig.submit();
		boolean[] full = { true };
		rig.crash = label -> {
			if (full[0] && label.equals("record-boundary")) {
				throw new IOException("No space left on device");
			}
		};
		assertThrows(ProblemException.class, rig::drain);
		assertEquals(0, rig.deliveries(id));
		full[0] = false;
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void treatsAFaultInTheSenderBeforeTheBoundaryAsNotSent() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			throw new IllegalStateException("bug");
		});
		rig.drain();
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void treatsAFaultInTheSenderAfterTheBoundaryAsDoubt() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			h.boundary();
			throw new IllegalStateException("bug");
		});
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
	}

	@Test
	void treatsNotSentAfterTheBoundaryAsDoubt() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			h.boundary();
			return new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK));
		});
		rig.drain();
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
	}

	private MailState state(OutboxId id) {
		try {
			return rig.state(id);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private boolean hold(OutboxId id) {
		try {
			return rig.outbox().hold(id);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private boolean remove(OutboxId id) {
		try {
			return rig.outbox().remove(id);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}
}
