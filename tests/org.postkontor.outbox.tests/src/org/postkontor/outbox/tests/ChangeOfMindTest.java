package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Editing, removing and bringing back what was not handed over yet. */
class ChangeOfMindTest {
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

	private OutboxId replace(OutboxId id) throws ProblemException {
		return rig.outbox().replace(id, Rig.draft("second thoughts", 1), SendOptions.NOW, null);
	}

	@Test
	void sendsTheEditedVersionOnly() throws Exception {
		OutboxId old = rig.submit();
		String oldMessageId = rig.entry(old).messageId();
		OutboxId edited = replace(old);
		assertNotEquals(oldMessageId, rig.entry(edited).messageId());
		assertEquals(List.of(edited), rig.outbox().entries().stream().map(OutboxEntry::id).toList());
		rig.drain();
		assertEquals(List.of(rig.entry(edited).messageId()), rig.sender.deliveries.stream().map(FakeMailSender.Delivery::messageId).toList());
	}

	@Test
	void editsAHeldAndARejectedMail() throws Exception {
		OutboxId held = rig.submit();
		rig.outbox().hold(held);
		OutboxId rejected = rig.submit();
		rig.sender.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE), Map.of()));
		rig.drain();
		replace(held);
		replace(rejected);
		rig.drain();
		assertEquals(2, rig.sender.deliveries.size());
	}

	@Test
	void keepsTheOldMailWhenTheEditedOneCannotBeAccepted() throws Exception {
		OutboxId old = rig.submit();
		assertThrows(ProblemException.class, () -> rig.outbox().replace(old, Rig.draft("nobody", 0), SendOptions.NOW, null));
		assertEquals(MailState.QUEUED, rig.state(old));
		assertEquals(List.of(old + ".eml"), rig.spoolFiles());
	}

	@Test
	void refusesToEditWhatIsBeingHandedOverOrWasSent() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((message, recipients, handOver) -> {
			SendOutcome outcome = rig.sender.accept(message, recipients, handOver);
			assertEquals("outbox.too-late", assertThrows(ProblemException.class, () -> replace(id)).problem().id());
			return outcome;
		});
		rig.drain();
		assertEquals("outbox.too-late", assertThrows(ProblemException.class, () -> replace(id)).problem().id());
		assertEquals(1, rig.outbox().entries().size());
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void editsAMailWhileItsBodyIsUnderWayAndTheServerGetsOnlyTheNewOne() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((message, recipients, handOver) -> {
			try {
				replace(id);
			} catch (ProblemException e) {
				throw new AssertionError(e);
			}
			try {
				return rig.sender.accept(message, recipients, handOver);
			} catch (java.io.IOException stopped) {
				return new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK));
			}
		});
		rig.drain();
		assertEquals(1, rig.sender.deliveries.size());
		assertEquals("second thoughts", rig.outbox().entries().get(0).subject());
	}

	@Test
	void refusesToEditWhatSomeRecipientsHaveAlready() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 2);
		rig.sender.then(new SendOutcome.Accepted("250 ok",
				Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test", new RecipientResult.Deferred("450 later"))));
		rig.drain();
		ProblemException refused = assertThrows(ProblemException.class, () -> replace(id));
		assertEquals("outbox.partly-delivered", refused.problem().id());
		assertTrue(refused.problem().toString().contains("r0@example.test"));
	}

	@Test
	void keepsAMailThatWasBeingEditedWhenTheProgramEndedAndSaysWhy() throws Exception {
		OutboxId id = rig.submit();
		OutboxId edited = rig.submit();
		assertTrue(rig.outbox().holdForEditing(id));
		assertTrue(rig.outbox().holdForEditing(edited));
		assertFalse(rig.outbox().holdForEditing(id), "it stands already");
		rig.restart();
		rig.clock.advance(Duration.ofDays(7));
		rig.drain();
		rig.outbox().wakeChanged();
		rig.outbox().drainDue();
		assertEquals(0, rig.sender.deliveries.size(), "never by itself");
		for (OutboxId each : List.of(id, edited)) {
			assertEquals(MailState.HELD, rig.state(each));
			Problem reason = rig.entry(each).problem().orElseThrow();
			assertEquals("outbox.edited", reason.id());
			assertEquals(ProblemKind.CANCELLED, reason.kind(), "no failure to be told about");
			assertEquals(Remedy.EDIT_MESSAGE, reason.remedy());
		}
		assertTrue(rig.outbox().release(id));
		assertEquals(Optional.empty(), rig.entry(id).problem());
		OutboxId better = replace(edited);
		rig.drain();
		assertEquals(1, rig.deliveries(id), "unchanged");
		assertEquals(1, rig.deliveries(better));
		assertEquals(2, rig.sender.deliveries.size());
	}

	@Test
	void bringsARemovedMailBackToWhereItWas() throws Exception {
		OutboxId queued = rig.submit();
		OutboxId held = rig.submit();
		rig.outbox().hold(held);
		OutboxId scheduled = rig.outbox().submit(Rig.ANNA, Rig.draft("later", 1), SendOptions.NOW.notBefore(rig.clock.instant().plus(Duration.ofDays(1))), null);
		for (OutboxId id : List.of(queued, held, scheduled)) {
			assertTrue(rig.outbox().remove(id));
			assertEquals(Optional.empty(), rig.outbox().entry(id));
			assertTrue(rig.outbox().restore(id));
		}
		assertEquals(MailState.QUEUED, rig.state(queued));
		assertEquals(MailState.HELD, rig.state(held));
		assertEquals("outbox.held", rig.entry(held).problem().orElseThrow().id());
		assertEquals(MailState.SCHEDULED, rig.state(scheduled));
		rig.drain();
		assertEquals(1, rig.deliveries(queued));
		assertEquals(1, rig.sender.deliveries.size());
	}

	@Test
	void bringsARemovedMailInDoubtBackWithItsDoubt() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		rig.outbox().remove(id);
		assertTrue(rig.outbox().restore(id));
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void forgetsTheBytesOfARemovedMailAfterTenMinutes() throws Exception {
		OutboxId id = rig.submit();
		rig.outbox().remove(id);
		rig.clock.advance(Duration.ofMinutes(9));
		rig.drain();
		assertTrue(Files.exists(rig.spool(id)));
		rig.clock.advance(Duration.ofMinutes(1));
		rig.drain();
		assertFalse(Files.exists(rig.spool(id)));
		assertFalse(rig.outbox().restore(id));
	}

	@Test
	void restoresNothingThatWasNotRemoved() throws Exception {
		OutboxId id = rig.submit();
		assertFalse(rig.outbox().restore(id));
		rig.drain();
		assertFalse(rig.outbox().restore(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void removesAMailWhileItsBodyIsUnderWay() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((message, recipients, handOver) -> {
			try {
				assertTrue(rig.outbox().remove(id));
				return rig.sender.accept(message, recipients, handOver);
			} catch (java.io.IOException stopped) {
				return new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK));
			} catch (ProblemException e) {
				throw new AssertionError(e);
			}
		});
		rig.drain();
		assertEquals(List.of(), rig.outbox().entries());
		assertEquals(List.of(), rig.sender.deliveries);
	}

	/** What a sender does that goes on although the mail was stopped. */
	private OutboxId removeWhileItIsSent(int recipients, SendOutcome outcome) throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, recipients);
		rig.sender.then((message, tried, handOver) -> {
			try {
				assertTrue(rig.outbox().remove(id));
			} catch (ProblemException e) {
				throw new AssertionError(e);
			}
			return outcome;
		});
		rig.drain();
		return id;
	}

	@Test
	void showsARemovedMailAgainThatWasSentAllTheSame() throws Exception {
		OutboxId id = removeWhileItIsSent(1, new SendOutcome.Accepted("250 ok", Map.of()));
		assertEquals(MailState.FILED, rig.state(id), "the account has no Sent folder");
		assertEquals(List.of(id), rig.outbox().entries().stream().map(OutboxEntry::id).toList());
	}

	@Test
	void showsARemovedMailAgainThatIsInDoubt() throws Exception {
		OutboxId id = removeWhileItIsSent(1, new SendOutcome.InDoubt(FakeMailSender.problem(ProblemKind.NETWORK)));
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		rig.outbox().resolve(id, Outbox.Decision.MARK_SENT);
		assertEquals(MailState.SENT, rig.state(id), "a person can decide");
	}

	@Test
	void restoresARemovedMailOfWhichAPartWasSentToTheOthersOnly() throws Exception {
		OutboxId id = removeWhileItIsSent(2, new SendOutcome.Accepted("250 ok",
				Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test", new RecipientResult.Deferred("450 later"))));
		assertEquals(Optional.empty(), rig.outbox().entry(id), "it stays removed");
		assertTrue(rig.outbox().restore(id));
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.clock.advance(Duration.ofHours(1));
		rig.drain();
		assertEquals(List.of(Set.of("r1@example.test")), rig.sender.deliveries.stream().map(FakeMailSender.Delivery::recipients).toList());
	}
}
