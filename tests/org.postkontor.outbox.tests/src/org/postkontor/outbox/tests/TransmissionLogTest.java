package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AccountId;
import org.postkontor.account.Protocol;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.Attempt;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.outbox.LogEvent;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.outbox.internal.StoredTransmissionLog;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

class TransmissionLogTest {
	private static final Duration DAY = Duration.ofDays(1);
	@TempDir
	Path folder;

	private Rig rig;
	private TransmissionLog log;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		log = new StoredTransmissionLog(rig.outbox(), new IdsAsTexts(), rig.clock);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private Transmission transmission(OutboxId id) throws ProblemException {
		return log.find(id).orElseThrow();
	}

	private List<LogEvent.Kind> events(OutboxId id) throws ProblemException {
		return transmission(id).events().stream().map(LogEvent::kind).toList();
	}

	private List<Attempt.Outcome> outcomes(OutboxId id) throws ProblemException {
		return transmission(id).attempts().stream().map(Attempt::outcome).toList();
	}

	@Test
	void writesDownAnAttemptWithServerTimesAndAnswer() throws Exception {
		OutboxId id = rig.submit();
		Instant start = rig.clock.instant();
		rig.sender.then((m, r, h) -> {
			rig.clock.advance(Duration.ofSeconds(2));
			h.boundary();
			rig.clock.advance(Duration.ofSeconds(3));
			return new SendOutcome.Accepted("250 2.0.0 Ok: queued as 4ABCD", Map.of("r0@example.test", new RecipientResult.Accepted("250 2.1.5 fine")));
		});
		rig.drain();
		Attempt attempt = transmission(id).attempts().get(0);
		assertEquals(start, attempt.started());
		assertEquals(Optional.of(start.plusSeconds(2)), attempt.handedOver());
		assertEquals(Optional.of(start.plusSeconds(5)), attempt.ended());
		assertEquals(Optional.of(rig.sender.peer), attempt.peer());
		assertEquals("2.0.0", attempt.reply().enhancedCode());
		assertEquals("4ABCD", attempt.reply().queueId());
		assertEquals(Map.of("r0@example.test", new RecipientResult.Accepted("250 2.1.5 fine")), attempt.recipients());
		assertEquals(MailState.SENT, attempt.state());
	}

	@Test
	void knowsTheProtectionThatTurnsUpOnlyWithTheAnswer() throws Exception {
		Peer early = rig.sender.peer;
		rig.sender.peer = new Peer("mail.example.test:443", "", "", "", "Bearer");
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			rig.sender.peer = early;
			return rig.sender.accept(m, r, h);
		});
		rig.drain();
		assertEquals(Optional.of(early), transmission(id).attempts().get(0).peer());
	}

	@Test
	void keepsWhatEachRecipientGotInEachAttempt() throws Exception {
		OutboxId id = rig.submit(Rig.ANNA, 2);
		rig.sender.then((m, r, h) -> {
			h.boundary();
			return new SendOutcome.Accepted("250 ok", Map.of("r0@example.test", new RecipientResult.Accepted("250 r0"), "r1@example.test",
					new RecipientResult.Deferred("450 r1")));
		});
		rig.drain();
		rig.clock.advance(Duration.ofHours(1));
		rig.drain();
		List<Attempt> attempts = transmission(id).attempts();
		assertEquals(List.of(Attempt.Outcome.PARTLY, Attempt.Outcome.ACCEPTED), outcomes(id));
		assertEquals(new RecipientResult.Deferred("450 r1"), attempts.get(0).recipients().get("r1@example.test"));
		assertEquals(Map.of("r1@example.test", new RecipientResult.Accepted("250 ok")), attempts.get(1).recipients());
	}

	@Test
	void tellsRefusalsForNowAndForGoodWithTheirAnswers() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then(new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER).detail("reply", "451 4.3.0 later"), Map.of()))
				.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE).detail("reply", "554 5.7.1 no"), Map.of()));
		rig.drain();
		rig.clock.advance(Duration.ofHours(1));
		rig.drain();
		assertEquals(List.of(Attempt.Outcome.DEFERRED, Attempt.Outcome.REJECTED), outcomes(id));
		assertEquals(List.of("4.3.0", "5.7.1"), transmission(id).attempts().stream().map(a -> a.reply().enhancedCode()).toList());
		assertTrue(transmission(id).attempts().get(1).problem().isPresent());
	}

	@Test
	void saysWhyAnAttemptBrokeOffBeforeTheMailWasHandedOver() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then(new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK)));
		rig.drain();
		Attempt attempt = transmission(id).attempts().get(0);
		assertEquals(Attempt.Outcome.NOT_SENT, attempt.outcome());
		assertEquals("test.network", attempt.problem().orElseThrow().id());
		assertEquals(Optional.empty(), attempt.handedOver());
		assertEquals(Optional.empty(), rig.entry(id).problem(), "the lane has it, not the mail");
	}

	@Test
	void showsAHoldInTheMiddleOfAnAttempt() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then((m, r, h) -> {
			try {
				rig.outbox().hold(id);
			} catch (ProblemException e) {
				throw new AssertionError(e);
			}
			return rig.sender.accept(m, r, h);
		});
		rig.drain();
		assertEquals(List.of(Attempt.Outcome.STOPPED), outcomes(id));
		assertEquals(List.of(LogEvent.Kind.SUBMITTED, LogEvent.Kind.HELD), events(id));
	}

	@Test
	void recordsWhoDecidedAboutAMailInDoubt() throws Exception {
		OutboxId user = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		rig.outbox().resolve(user, Decision.SEND_AGAIN);
		rig.drain();
		assertEquals(List.of(Attempt.Outcome.IN_DOUBT, Attempt.Outcome.ACCEPTED), outcomes(user));
		LogEvent decision = transmission(user).events().stream().filter(e -> e.kind() == LogEvent.Kind.SENT_AGAIN).findFirst().orElseThrow();
		assertTrue(decision.kind().isDecision());
		assertEquals("decided by the user", decision.note());
	}

	@Test
	void recordsThatThePolicyDecided() throws Exception {
		rig.outbox().setDoubtPolicy(Rig.ANNA, DoubtPolicy.MARK_SENT);
		OutboxId id = rig.submit();
		rig.sender.thenLoseTheAnswer();
		rig.drain();
		LogEvent decision = transmission(id).events().stream().filter(e -> e.kind() == LogEvent.Kind.MARKED_SENT).findFirst().orElseThrow();
		assertEquals("decided by the policy of the account", decision.note());
	}

	@Test
	void recordsTheCopyInSent() throws Exception {
		rig.withImap();
		OutboxId id = rig.submit();
		rig.drain();
		assertEquals(List.of(LogEvent.Kind.SUBMITTED, LogEvent.Kind.COPY_FILED), events(id));
	}

	@Test
	void survivesTheMailAndARestart() throws Exception {
		OutboxId id = rig.submit();
		rig.drain();
		rig.outbox().remove(id);
		rig.restart();
		assertEquals(Optional.empty(), rig.outbox().entry(id));
		assertEquals(1, rig.outbox().transmission(id).orElseThrow().attempts().size());
	}

	@Test
	void findsMailsByAccountAndTime() throws Exception {
		rig.accounts.save(FakeAccounts.account("bert", Protocol.SMTP));
		OutboxId first = rig.submit();
		rig.clock.advance(DAY);
		Instant second = rig.clock.instant();
		OutboxId anna = rig.submit();
		OutboxId bert = rig.submit(new AccountId("bert"), 1);
		assertEquals(List.of(first, anna, bert), log.mails(Optional.empty(), Optional.empty(), Optional.empty()));
		assertEquals(List.of(first), log.mails(Optional.empty(), Optional.empty(), Optional.of(second)));
		assertEquals(List.of(anna, bert), log.mails(Optional.empty(), Optional.of(second), Optional.empty()));
		assertEquals(List.of(bert), log.mails(Optional.of(new AccountId("bert")), Optional.of(second), Optional.empty()));
	}

	@Test
	void forgetsAMailThatLeftTheOutboxHalfAYearAgo() throws Exception {
		OutboxId id = sentAndRemoved();
		pass(TransmissionLog.STANDARD.minus(DAY));
		assertTrue(log.find(id).isPresent());
		pass(DAY.plusHours(2));
		assertEquals(Optional.empty(), log.find(id));
		assertEquals(List.of("0"), rig.sql("SELECT count(*) FROM log"));
		assertEquals(List.of("0"), rig.sql("SELECT count(*) FROM recipient"));
	}

	@Test
	void forgetsManyMailsInOneGo() throws Exception {
		rig.outbox().entries();
		rig.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) INSERT INTO mail(id, account, state, message_id, subject, dated,"
				+ " sender, recipients, size, sha256, accepted, started, removed) SELECT 'old' || i, 'anna', 'FILED', '<' || i || '@example.test>', 'old', 0,"
				+ " 'anna@example.test', '[\"r0@example.test\"]', 100, '', 0, 0, 1 FROM n");
		rig.drain();
		assertEquals(List.of("0"), rig.sql("SELECT count(*) FROM mail"));
	}

	@Test
	void keepsAsLongAsItIsTold() throws Exception {
		OutboxId id = sentAndRemoved();
		log.setKeep(Duration.ofDays(7));
		rig.restart();
		assertEquals(Duration.ofDays(7), rig.outbox().keepLog());
		rig.clock.advance(Duration.ofDays(8));
		rig.drain();
		assertEquals(Optional.empty(), rig.outbox().transmission(id));
	}

	@Test
	void neverForgetsAMailThatIsStillInTheOutbox() throws Exception {
		rig.sender.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE), Map.of())).thenLoseTheAnswer();
		OutboxId rejected = rig.submit();
		OutboxId doubt = rig.submit();
		rig.drain();
		OutboxId sent = rig.submit();
		rig.drain();
		OutboxId held = rig.submit();
		rig.outbox().hold(held);
		pass(TransmissionLog.STANDARD.multipliedBy(10));
		assertEquals(List.of(rejected, doubt, sent, held), log.mails(Optional.empty(), Optional.empty(), Optional.empty()));
		assertTrue(rig.spoolFiles().containsAll(List.of(rejected + ".eml", doubt + ".eml", sent + ".eml", held + ".eml")));
	}

	@Test
	void neverForgetsAMailThatCanStillBeBroughtBack() throws Exception {
		OutboxId id = rig.submit();
		rig.outbox().hold(id);
		pass(TransmissionLog.STANDARD.multipliedBy(2));
		rig.outbox().remove(id);
		rig.drain();
		assertTrue(rig.outbox().restore(id));
	}

	@Test
	void case29AClockYearsAheadDoesNotClearIt() throws Exception {
		OutboxId id = sentAndRemoved();
		pass(DAY);
		rig.clock.jump(DAY.multipliedBy(3652));
		pass(DAY.multipliedBy(20));
		rig.clock.jump(DAY.multipliedBy(-3672));
		pass(DAY);
		assertTrue(log.find(id).isPresent());
	}

	@Test
	void refusesToKeepNothingOrForEver() {
		for (Duration impossible : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(40_000))) {
			assertEquals("outbox.keep", assertThrows(ProblemException.class, () -> log.setKeep(impossible)).problem().id());
		}
	}

	@Test
	void holdsNoToken() throws Exception {
		rig.submit();
		rig.sender.then(new SendOutcome.Declined(FakeMailSender.problem(ProblemKind.CREDENTIAL_REFUSED)));
		rig.drain();
		assertTrue(rig.sender.events.toString().contains("token1"), "the server got it");
		assertFalse((rig.sql("SELECT coalesce(peer,'')||note||reply||coalesce(problem,'')||coalesce(recipients,'') FROM log").toString()).contains("token"));
	}

	/** As it does: in steps, in which somebody drains. */
	private void pass(Duration time) throws Exception {
		Duration left = time;
		for (; left.compareTo(DAY.multipliedBy(7)) > 0; left = left.minus(DAY.multipliedBy(7))) {
			rig.clock.advance(DAY.multipliedBy(7));
			rig.drain();
		}
		rig.clock.advance(left);
		rig.drain();
	}

	private OutboxId sentAndRemoved() throws Exception {
		OutboxId id = rig.submit();
		rig.drain();
		rig.outbox().remove(id);
		return id;
	}
}
