package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.outbox.tests.FakeMailSender.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class SentCopyTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder).withImap();
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void appendsACopy() throws Exception {
		OutboxId id = rig.submit();
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(List.of(rig.entry(id).messageId()), rig.receiver.sent);
	}

	@Test
	void doesNotAppendWhatTheServerFiledItself() throws Exception {
		OutboxId id = rig.submit();
		rig.receiver.sent.add(rig.entry(id).messageId());
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.receiver.sent.size());
	}

	@Test
	void neverSendsAgainWhenFilingFails() throws Exception {
		OutboxId id = rig.submit();
		rig.receiver.appendFailures.add(problem(ProblemKind.QUOTA));
		assertEquals(1, rig.drain().sent());
		assertEquals(MailState.SENT, rig.state(id));
		assertEquals("outbox.not-filed", rig.entry(id).problem().orElseThrow().id());
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(Optional.empty(), rig.entry(id).problem());
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void filesLaterWhenTheFolderCannotBeReached() throws Exception {
		OutboxId id = rig.submit();
		rig.receiver.connectFailures.add(problem(ProblemKind.NETWORK));
		rig.drain();
		assertEquals(MailState.SENT, rig.state(id));
		rig.clock.set(rig.outbox().nextDue().orElseThrow());
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void isDoneWithoutASentFolder() throws Exception {
		rig.receiver.folder = false;
		OutboxId id = rig.submit();
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void filesASentMailThatWasTakenFromTheListAndThenForgetsItsBytes() throws Exception {
		OutboxId id = rig.submit();
		String messageId = rig.entry(id).messageId();
		rig.receiver.appendFailures.add(problem(ProblemKind.QUOTA));
		rig.drain();
		assertTrue(rig.outbox().remove(id));
		assertEquals(1, rig.spoolFiles().size());
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(List.of(messageId), rig.receiver.sent);
		assertEquals(1, rig.spoolFiles().size(), "it may still be brought back");
		rig.clock.advance(Duration.ofMinutes(8));
		rig.drain();
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void keepsTheBytesOfAMailOffTheListUntilItIsFiled() throws Exception {
		OutboxId id = rig.submit();
		String messageId = rig.entry(id).messageId();
		rig.receiver.connectFailures.add(problem(ProblemKind.NETWORK));
		rig.receiver.connectFailures.add(problem(ProblemKind.NETWORK));
		rig.drain();
		rig.outbox().remove(id);
		rig.clock.advance(Duration.ofMinutes(10));
		rig.drain();
		assertEquals(1, rig.spoolFiles().size());
		assertEquals(false, rig.outbox().restore(id));
		rig.clock.advance(Duration.ofMinutes(10));
		rig.drain();
		assertEquals(List.of(messageId), rig.receiver.sent);
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void case10IsSentWhenItIsFoundInSent() throws Exception {
		OutboxId id = rig.submit();
		rig.receiver.sent.add(rig.entry(id).messageId());
		rig.sender.thenLoseTheAnswer();
		assertEquals(1, rig.drain().inDoubt());
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void case46NeverSendsAgainWhatIsNotFoundInSent() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		for (int i = 0; i < 20; i++) {
			rig.clock.advance(Duration.ofHours(12));
			rig.drain();
		}
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals("outbox.in-doubt", rig.entry(id).problem().orElseThrow().id());
		assertEquals(1, rig.deliveries(id));
		assertEquals(List.of(), rig.receiver.sent);
	}

	@Test
	void looksSevenTimesAndThenWaitsForAPerson() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		Duration waited = Duration.ZERO;
		while (rig.outbox().nextDue().isPresent()) {
			Duration wait = Duration.between(rig.clock.instant(), rig.outbox().nextDue().get());
			waited = waited.plus(wait);
			rig.clock.advance(wait);
			rig.outbox().drainDue();
		}
		assertEquals(7, rig.log(id).stream().filter("CHECKED"::equals).count());
		assertEquals(Duration.ofSeconds(76), waited);
	}

	@Test
	void aFindLaterIsStillAFind() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		rig.receiver.sent.add(rig.entry(id).messageId());
		rig.clock.advance(Duration.ofSeconds(3));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.receiver.sent.size());
	}

	@Test
	void losesNoLookWhileTheFolderCannotBeReached() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		for (int i = 0; i < 10; i++) {
			rig.receiver.connectFailures.add(problem(ProblemKind.NETWORK));
		}
		for (int i = 0; i < 10; i++) {
			rig.drain();
			rig.clock.advance(Duration.ofMinutes(6));
		}
		rig.receiver.sent.add(rig.entry(id).messageId());
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void waitsForAPersonAtOnceWhenTheAccountOnlySends() throws Exception {
		rig.accounts.save(FakeAccounts.account("anna", org.postkontor.account.Protocol.SMTP));
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		assertEquals(MailState.IN_DOUBT, rig.state(id));
		assertEquals(Optional.empty(), rig.outbox().nextDue());
	}

	@Test
	void sendsAgainOnlyByARecordedDecision() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		rig.outbox().resolve(id, Decision.SEND_AGAIN);
		rig.drain();
		assertEquals(2, rig.deliveries(id));
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(List.of("decided by the user"), rig.sql("SELECT note FROM log WHERE event='SEND_AGAIN' AND mail='" + id + "'"));
	}

	@Test
	void marksAsSentByDecision() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		rig.outbox().resolve(id, Decision.MARK_SENT);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(1, rig.deliveries(id));
	}

	@Test
	void cannotReleaseOrDecideTwiceAboutAMailInDoubt() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		assertEquals(false, rig.outbox().release(id));
		assertEquals(false, rig.outbox().hold(id));
		rig.outbox().resolve(id, Decision.MARK_SENT);
		ProblemException refused = assertThrows(ProblemException.class, () -> rig.outbox().resolve(id, Decision.SEND_AGAIN));
		assertEquals("outbox.not-in-doubt", refused.problem().id());
	}
}
