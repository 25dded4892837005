package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** The mail that is begun in the transaction that records the one before, and those that must not be. */
class FollowingMailTest {
	@TempDir
	Path folder;

	private Rig rig;
	private final List<String> transactions = new CopyOnWriteArrayList<>();

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		rig.crash = transactions::add;
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void beginsTheNextMailInTheTransactionThatRecordsTheAnswer() throws Exception {
		submit(5);
		assertEquals(5, rig.drain().sent());
		assertEquals(1, attemptsRecordedAlone());
		assertEquals(5, transactions.stream().filter("record-accepted"::equals).count());
		for (OutboxId id : rig.submitted) {
			assertEquals(List.of("SUBMITTED", "ATTEMPT", "BOUNDARY", "ACCEPTED", "FILED"), rig.log(id));
		}
	}

	@Test
	void beginsTheFirstMailOfAConnectionOnItsOwn() throws Exception {
		submit(15);
		assertEquals(15, rig.drain().sent());
		assertEquals(2, attemptsRecordedAlone());
	}

	@Test
	void beginsALargeMailOnItsOwnSinceItIsReadOnceMoreBefore() throws Exception {
		rig.submit();
		rig.submit(Rig.ANNA, Rig.draft("large", 1, "line of text\n".repeat(30_000)));
		assertEquals(2, rig.drain().sent());
		assertEquals(2, attemptsRecordedAlone());
	}

	@Test
	void beginsEachMailOnItsOwnWhereTheProviderCountsThem() throws Exception {
		Account anna = FakeAccounts.account("anna", Protocol.SMTP);
		rig.accounts.save(anna.with(new Endpoint(Protocol.SMTP, "smtp.office365.com", 587, TlsMode.STARTTLS, AuthBinding.of("password", "anna", Map.of()))));
		submit(3);
		assertEquals(3, rig.drain().sent());
		assertEquals(3, attemptsRecordedAlone());
	}

	@Test
	void doesNotBeginAMailThatWasHeldWhileTheOneBeforeWasOnItsWay() throws Exception {
		submit(3);
		OutboxId second = rig.submitted.get(1);
		duringTheFirst(() -> assertTrue(rig.outbox().hold(second)));
		assertEquals(2, rig.drain().sent());
		assertEquals(MailState.HELD, rig.state(second));
		assertEquals(0, rig.deliveries(second));
		assertFalse(rig.log(second).contains("ATTEMPT"));
	}

	@Test
	void readsAMailAgainThatWasReleasedSinceItWasRead() throws Exception {
		rig.submit(Rig.ANNA, 1);
		OutboxId second = rig.submit(Rig.ANNA, 2);
		refuseFor(second, "r1@example.test");
		duringTheFirst(() -> {
			rig.outbox().hold(second);
			rig.clock.advance(Duration.ofMillis(1));
			// A person wants all open recipients to be tried again.
			rig.outbox().release(second);
		});
		rig.drain();
		assertEquals(2, rig.entry(second).recipients().size());
		assertEquals(1, rig.deliveries(second));
		assertEquals(MailState.FILED, rig.state(second));
	}

	@Test
	void doesNotSendAMailLateWhoseDeadlineWasMovedWhileTheOneBeforeWasOnItsWay() throws Exception {
		submit(2);
		OutboxId second = rig.submitted.get(1);
		duringTheFirst(() -> {
			rig.outbox().schedule(second, SendOptions.NOW.notAfter(rig.clock.instant().plusSeconds(1)));
			rig.clock.advance(Duration.ofSeconds(2));
		});
		rig.drain();
		assertEquals(MailState.HELD, rig.state(second));
		assertEquals(0, rig.deliveries(second));
	}

	@Test
	void doesNotBeginAMailWhoseBytesAreNotThoseThatWereAccepted() throws Exception {
		submit(2);
		OutboxId second = rig.submitted.get(1);
		Files.writeString(rig.spool(second), "something else");
		assertEquals(1, rig.drain().sent());
		assertEquals(List.of("SUBMITTED", "DAMAGED"), rig.log(second));
		assertEquals(0, rig.deliveries(second));
	}

	@Test
	void beginsNothingMoreWhenItIsCancelledDuringTheOneBefore() throws Exception {
		submit(2);
		NullProgressMonitor monitor = new NullProgressMonitor();
		duringTheFirst(() -> monitor.setCanceled(true));
		rig.outbox().drain(Optional.empty(), monitor);
		assertEquals(List.of("SUBMITTED"), rig.log(rig.submitted.get(1)));
	}

	@Test
	void takesABegunMailBackWhenItIsCancelledThen() throws Exception {
		submit(2);
		OutboxId second = rig.submitted.get(1);
		NullProgressMonitor monitor = new NullProgressMonitor();
		rig.crash = label -> {
			if (label.equals("after-sent")) {
				monitor.setCanceled(true);
			}
		};
		rig.outbox().drain(Optional.empty(), monitor);
		assertEquals(MailState.QUEUED, rig.state(second));
		assertEquals(0, rig.entry(second).attempts());
		rig.crash = label -> {
		};
		rig.drain();
		assertEquals(1, rig.deliveries(second));
	}

	@Test
	void triesABegunMailAgainAtOnceWhenItsConnectionBroke() throws Exception {
		submit(2);
		OutboxId second = rig.submitted.get(1);
		rig.sender.then(rig.sender::accept);
		rig.sender.then(new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK)));
		assertEquals(2, rig.drain().sent());
		assertEquals(1, rig.deliveries(second));
		assertEquals(1, rig.entry(second).attempts());
		assertEquals(2, rig.sender.events.stream().filter(event -> event.startsWith("connect")).count());
	}

	@Test
	void beginsNothingWhenTheAnswerCannotBeRecorded() throws Exception {
		submit(2);
		OutboxId second = rig.submitted.get(1);
		rig.crash = label -> {
			if (label.equals("record-accepted")) {
				throw new IOException("the disk fails");
			}
		};
		assertThrows(ProblemException.class, rig::drain);
		assertEquals(List.of("SUBMITTED"), rig.log(second));
		rig.crash = label -> {
		};
		rig.drain();
		for (OutboxId id : rig.submitted) {
			assertEquals(1, rig.deliveries(id));
			assertEquals(MailState.FILED, rig.state(id));
		}
	}

	private void submit(int mails) throws Exception {
		for (int i = 0; i < mails; i++) {
			rig.submit();
		}
	}

	private long attemptsRecordedAlone() {
		return transactions.stream().filter("record-attempt"::equals).count();
	}

	/** Lets the server refuse one recipient of a mail, which waits for its next attempt then; the clock is put there. */
	private void refuseFor(OutboxId id, String address) throws Exception {
		OutboxId first = rig.submitted.get(0);
		rig.outbox().hold(first);
		rig.sender.then((message, recipients, handOver) -> {
			handOver.boundary();
			return new SendOutcome.Deferred(FakeMailSender.problem(ProblemKind.SERVER), Map.of(address, new RecipientResult.Rejected("550 nobody")));
		});
		rig.drain();
		assertEquals(MailState.QUEUED, rig.state(id));
		rig.outbox().release(first);
		rig.clock.advance(Duration.ofHours(1));
	}

	/** What somebody does meanwhile. */
	private interface Action {
		void run() throws ProblemException;
	}

	private void duringTheFirst(Action action) {
		rig.sender.then((message, recipients, handOver) -> {
			SendOutcome outcome = rig.sender.accept(message, recipients, handOver);
			try {
				action.run();
			} catch (ProblemException e) {
				throw new IOException(e);
			}
			return outcome;
		});
	}
}
