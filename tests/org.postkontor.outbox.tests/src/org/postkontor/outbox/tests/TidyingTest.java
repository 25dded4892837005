package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AccountId;
import org.postkontor.account.Protocol;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Tidying;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Sent mails leave the list by themselves, and nothing else does. Anna has a Sent folder, Bert has none. */
class TidyingTest {
	private static final AccountId BERT = new AccountId("bert");
	private static final Duration DAY = Duration.ofDays(1);
	private static final Duration MINUTE = Duration.ofMinutes(1);

	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder).withImap();
		rig.accounts.save(FakeAccounts.account("bert", Protocol.SMTP));
	}

	@AfterEach
	void close() {
		rig.close();
	}

	private OutboxId sent() throws ProblemException {
		OutboxId id = rig.submit();
		rig.drain();
		return id;
	}

	private void pass(Duration time) throws ProblemException {
		rig.clock.advance(time);
		rig.outbox().tidy();
	}

	private List<OutboxId> listed() throws ProblemException {
		return rig.outbox().entries().stream().map(OutboxEntry::id).toList();
	}

	@Test
	void aFiledMailLeavesTheListAfterAWeekAndItsLogStays() throws Exception {
		OutboxId id = sent();
		pass(DAY.multipliedBy(7).minus(MINUTE));
		assertEquals(List.of(id), listed());
		pass(Duration.ofHours(1));
		assertEquals(List.of(), listed());
		assertEquals(1, rig.outbox().transmission(id).orElseThrow().attempts().size());
	}

	@Test
	void theWeekBeginsWhenTheCopyIsFiled() throws Exception {
		OutboxId id = rig.submit();
		rig.receiver.appendFailures.add(FakeMailSender.problem(ProblemKind.QUOTA));
		rig.drain();
		rig.clock.advance(DAY.multipliedBy(3));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		pass(DAY.multipliedBy(5));
		assertEquals(List.of(id), listed());
		pass(DAY.multipliedBy(2).plus(MINUTE));
		assertEquals(List.of(), listed());
	}

	@Test
	void itsBytesGoTenMinutesAfterItLeft() throws Exception {
		sent();
		pass(DAY.multipliedBy(8));
		assertEquals(1, rig.spoolFiles().size());
		pass(Duration.ofMinutes(10));
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void itCanBeBroughtBackAndStaysThen() throws Exception {
		OutboxId id = sent();
		pass(DAY.multipliedBy(8));
		assertTrue(rig.outbox().restore(id));
		pass(DAY.minus(MINUTE));
		assertEquals(MailState.FILED, rig.state(id));
		assertTrue(Files.exists(rig.spool(id)));
		assertEquals(1, rig.deliveries(id));
		pass(DAY);
		assertEquals(List.of(), listed());
	}

	@Test
	void itCannotBeBroughtBackWithoutItsBytes() throws Exception {
		OutboxId id = sent();
		pass(DAY.multipliedBy(8));
		pass(Duration.ofMinutes(10));
		assertFalse(rig.outbox().restore(id));
		assertEquals(List.of(), listed());
	}

	@Test
	void aMailWithoutACopyKeepsItsBytesUntilItIsRemoved() throws Exception {
		OutboxId id = rig.submit(BERT, 1);
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		for (int month = 0; month < 24; month++) {
			pass(DAY.multipliedBy(30));
		}
		assertEquals(List.of(id), listed());
		assertTrue(Files.exists(rig.spool(id)));
		rig.outbox().remove(id);
		pass(Duration.ofMinutes(10));
		assertEquals(List.of(), rig.spoolFiles());
	}

	@Test
	void aMailWithoutACopyLeavesWhenItIsToldTo() throws Exception {
		OutboxId bert = rig.submit(BERT, 1);
		OutboxId anna = sent();
		rig.outbox().setTidying(new Tidying(Optional.empty(), Optional.of(DAY.multipliedBy(2))));
		pass(DAY);
		assertEquals(List.of(bert, anna), listed());
		pass(DAY.plus(MINUTE));
		assertEquals(List.of(anna), listed());
	}

	@Test
	void aMailWhoseCopyCouldNotBeMadeCountsAsOneWithoutACopy() throws Exception {
		OutboxId id = rig.submit();
		rig.receiver.appendFailures.add(FakeMailSender.problem(ProblemKind.QUOTA));
		rig.drain();
		Files.writeString(rig.spool(id), "damaged");
		rig.clock.advance(Duration.ofMinutes(2));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		pass(DAY.multipliedBy(30));
		assertEquals(List.of(id), listed());
	}

	@Test
	void nothingElseLeavesByItself() throws Exception {
		rig.outbox().setTidying(new Tidying(Optional.of(Duration.ZERO), Optional.of(Duration.ZERO)));
		rig.sender.then(new SendOutcome.Rejected(FakeMailSender.problem(ProblemKind.MESSAGE), Map.of())).thenLoseTheAnswer();
		OutboxId rejected = rig.submit();
		OutboxId doubt = rig.submit();
		rig.drain();
		rig.sender.then(new SendOutcome.Accepted("250 ok",
				Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test", new RecipientResult.Rejected("550 unknown"))));
		OutboxId partly = rig.submit(Rig.ANNA, 2);
		rig.drain();
		OutboxId unfiled = rig.submit();
		for (int i = 0; i < 200; i++) {
			rig.receiver.appendFailures.add(FakeMailSender.problem(ProblemKind.QUOTA));
		}
		rig.drain();
		OutboxId held = rig.submit();
		rig.outbox().hold(held);
		for (int week = 0; week < 20; week++) {
			pass(DAY.multipliedBy(7));
			rig.drain();
		}
		assertEquals(List.of(rejected, doubt, partly, unfiled, held), listed());
		assertEquals(List.of(MailState.REJECTED, MailState.IN_DOUBT, MailState.FILED, MailState.SENT, MailState.HELD),
				rig.outbox().entries().stream().map(OutboxEntry::state).toList());
		assertEquals(5, rig.spoolFiles().size());
	}

	@Test
	void zeroMeansWithTheDrainThatFiledIt() throws Exception {
		rig.outbox().setTidying(new Tidying(Optional.of(Duration.ZERO), Optional.empty()));
		sent();
		assertEquals(List.of(), listed());
		sent();
		assertEquals(List.of(), listed(), "also within the same hour");
	}

	@Test
	void neverMeansNever() throws Exception {
		rig.outbox().setTidying(Tidying.NEVER);
		rig.restart();
		assertEquals(Tidying.NEVER, rig.outbox().tidying());
		OutboxId id = sent();
		for (int month = 0; month < 24; month++) {
			pass(DAY.multipliedBy(30));
		}
		assertEquals(List.of(id), listed());
	}

	@Test
	void theStandardIsAWeekAndOnlyWithACopy() throws Exception {
		assertEquals(new Tidying(Optional.of(DAY.multipliedBy(7)), Optional.empty()), rig.outbox().tidying());
	}

	@Test
	void refusesTimesThatAreNone() {
		for (Duration impossible : List.of(DAY.negated(), DAY.multipliedBy(40_000))) {
			assertEquals("outbox.tidying", assertThrows(ProblemException.class,
					() -> rig.outbox().setTidying(new Tidying(Optional.of(impossible), Optional.empty()))).problem().id());
			assertEquals("outbox.tidying", assertThrows(ProblemException.class,
					() -> rig.outbox().setTidying(new Tidying(Optional.empty(), Optional.of(impossible)))).problem().id());
		}
	}

	@Test
	void case29AClockYearsAheadDoesNotEmptyTheList() throws Exception {
		OutboxId id = sent();
		rig.clock.jump(DAY.multipliedBy(3652));
		for (int day = 0; day < 20; day++) {
			pass(DAY);
		}
		assertEquals(List.of(id), listed());
		rig.clock.jump(DAY.multipliedBy(-3672));
		pass(Duration.ofHours(2));
		assertEquals(List.of(id), listed());
		pass(DAY.multipliedBy(8));
		assertEquals(List.of(), listed());
	}

	@Test
	void case29AComputerThatWasOffForLongTidiesAMonthLater() throws Exception {
		OutboxId id = sent();
		pass(DAY.multipliedBy(100));
		assertEquals(List.of(id), listed());
		for (int day = 0; day < 31; day++) {
			pass(DAY);
		}
		assertEquals(List.of(), listed());
	}

	@Test
	void case29AClockThatIsWrongFromTheStartDoesNotEmptyTheList() throws Exception {
		OutboxId id = sent();
		rig.sql("DELETE FROM setting"); // as after an update
		rig.restart();
		rig.clock.jump(DAY.multipliedBy(3652));
		rig.outbox().tidy();
		assertEquals(List.of(id), listed());
	}

	@Test
	void aFullListLeavesInPortionsAndTheRestLater() throws Exception {
		sent();
		rig.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10600) INSERT INTO mail(id, account, state, message_id, subject, dated,"
				+ " sender, recipients, size, sha256, accepted, started) SELECT 'old' || i, 'anna', 'FILED', '<' || i || '@example.test>', 'old', 0,"
				+ " 'anna@example.test', '[\"r0@example.test\"]', 100, '', 0, 0 FROM n");
		rig.sql("INSERT INTO log(mail, at, event, state, note) SELECT id, 0, 'FILED', 'FILED', '' FROM mail WHERE id LIKE 'old%'");
		pass(DAY);
		assertEquals(List.of("601"), rig.sql("SELECT count(*) FROM mail WHERE removed=0"));
		pass(MINUTE);
		assertEquals(1, listed().size());
	}

	@Test
	void aMailThatIsDueDoesNotWaitForAFullList() throws Exception {
		sent();
		rig.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) INSERT INTO mail(id, account, state, message_id, subject, dated,"
				+ " sender, recipients, size, sha256, accepted, started) SELECT 'old' || i, 'anna', 'FILED', '<' || i || '@example.test>', 'old', 0,"
				+ " 'anna@example.test', '[\"r0@example.test\"]', 100, '', 0, 0 FROM n");
		rig.sql("INSERT INTO log(mail, at, event, state, note) SELECT id, 0, 'FILED', 'FILED', '' FROM mail WHERE id LIKE 'old%'");
		OutboxId due = rig.submit();
		pass(DAY);
		assertEquals(List.of("702"), rig.sql("SELECT count(*) FROM mail WHERE removed=0"));
		rig.drain();
		assertEquals(List.of("2"), rig.sql("SELECT count(*) FROM mail WHERE removed=0"));
		assertEquals(1, rig.deliveries(due));
	}

	@Test
	void tellsThatTheListHasChanged() throws Exception {
		sent();
		CountDownLatch told = new CountDownLatch(1);
		try (AutoCloseable listening = rig.outbox().listen(told::countDown)) {
			pass(DAY.multipliedBy(8));
			assertTrue(told.await(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void leavesItToTheProcessThatDrains() throws Exception {
		OutboxId id = sent();
		rig.clock.advance(DAY.multipliedBy(8));
		rig.sender.then((message, recipients, handOver) -> {
			assertEquals("outbox.busy", assertThrows(ProblemException.class, () -> rig.another().tidy()).problem().id());
			return rig.sender.accept(message, recipients, handOver);
		});
		OutboxId next = rig.submit();
		rig.drain();
		assertEquals(List.of(next), listed());
		assertEquals(Optional.empty(), rig.outbox().entry(id));
	}

	@Test
	void removesAllThatAreSentAtOnce() throws Exception {
		OutboxId first = sent();
		OutboxId second = rig.submit(BERT, 1);
		rig.drain();
		OutboxId held = rig.submit();
		rig.outbox().hold(held);
		assertEquals(List.of(first, second), rig.outbox().removeSent());
		assertEquals(List.of(held), listed());
		assertEquals(List.of(), rig.outbox().removeSent());
		assertTrue(rig.outbox().restore(second));
		assertEquals(List.of(second, held), listed());
		assertEquals(3, rig.spoolFiles().size());
		pass(Duration.ofMinutes(10));
		assertEquals(List.of(second + ".eml", held + ".eml"), rig.spoolFiles());
	}

	@Test
	void removesNoneWithAProblem() throws Exception {
		rig.sender.then(new SendOutcome.Accepted("250 ok",
				Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test", new RecipientResult.Rejected("550 unknown"))));
		OutboxId partly = rig.submit(Rig.ANNA, 2);
		rig.drain();
		assertEquals(List.of(), rig.outbox().removeSent());
		assertEquals("outbox.recipients-refused", rig.entry(partly).problem().orElseThrow().id());
	}

	@Test
	void bringsASentMailBackThatWasRemovedByHand() throws Exception {
		OutboxId id = sent();
		rig.outbox().remove(id);
		assertTrue(Files.exists(rig.spool(id)));
		assertTrue(rig.outbox().restore(id));
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(List.of("SUBMITTED", "ATTEMPT", "BOUNDARY", "ACCEPTED", "FILED"), rig.log(id));
	}

	@Test
	void aMailThatIsBroughtBackBetweenLosesNothing() throws Exception {
		OutboxId id = rig.submit();
		rig.outbox().remove(id);
		rig.clock.advance(Duration.ofMinutes(11));
		rig.crash = label -> {
			if (label.equals("record-given-up")) {
				rig.crash = org.postkontor.store.CrashPoint.NONE;
				throw new java.io.IOException("the transaction is rolled back");
			}
		};
		assertThrows(ProblemException.class, rig::drain);
		assertTrue(rig.outbox().restore(id));
		rig.drain();
		assertEquals(1, rig.deliveries(id));
	}
}
