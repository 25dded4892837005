package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AccountId;
import org.postkontor.account.Protocol;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Sending;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;
import org.postkontor.transport.SendOutcome;

/** Lanes side by side, and their connections one after the other. */
class LanesTogetherTest {
	private static final AccountId BERT = new AccountId("bert");

	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
		rig.accounts.save(FakeAccounts.account("bert", Protocol.SMTP));
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void sendsOnALaneThatGotAMailWhileAnotherLaneStandsStill() throws Exception {
		CountDownLatch stuck = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		OutboxId slow = rig.submit();
		rig.sender.then((message, recipients, handOver) -> {
			stuck.countDown();
			await(goOn);
			return rig.sender.accept(message, recipients, handOver);
		});
		try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
			Future<DrainSummary> drain = executor.submit(rig::drain);
			assertTrue(stuck.await(30, TimeUnit.SECONDS));
			OutboxId late = rig.submit(BERT, 1);
			Wait.until(() -> rig.state(late) == MailState.FILED, Duration.ofSeconds(30));
			assertEquals(MailState.SENDING, rig.state(slow));
			goOn.countDown();
			assertEquals(2, drain.get(30, TimeUnit.SECONDS).sent());
		}
	}

	@Test
	void givesEveryLaneItsTurnWhenThereAreMoreThanThreads() throws Exception {
		for (int account = 0; account < 20; account++) {
			rig.accounts.save(FakeAccounts.account("a" + account, Protocol.SMTP));
			for (int mail = 0; mail < 12; mail++) {
				rig.submit(new AccountId("a" + account), 1);
			}
		}
		assertEquals(240, rig.drain().sent());
	}

	@Test
	void opensTheNextConnectionBeforeTheOldOneIsUsedUp() throws Exception {
		for (int i = 0; i < 11; i++) {
			rig.submit();
		}
		CountDownLatch opened = new CountDownLatch(2);
		rig.sender.onConnect = opened::countDown;
		for (int i = 0; i < 9; i++) {
			rig.sender.then(rig.sender::accept);
		}
		rig.sender.then((message, recipients, handOver) -> {
			// Would wait for ever if the next connection were opened after the tenth mail only.
			await(opened);
			return rig.sender.accept(message, recipients, handOver);
		});
		assertEquals(11, rig.drain().sent());
		assertEquals(2, rig.sender.events.stream().filter(event -> event.startsWith("connect")).count());
	}

	@Test
	void failsOnlyOnceWhenTheNextConnectionIsRefused() throws Exception {
		for (int i = 0; i < 11; i++) {
			rig.submit();
		}
		CountDownLatch first = new CountDownLatch(1);
		rig.sender.onConnect = () -> {
			if (first.getCount() == 0) {
				rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.NETWORK));
			}
			first.countDown();
		};
		assertEquals(10, rig.drain().sent());
		assertEquals(2, rig.sender.events.stream().filter(event -> event.startsWith("connect")).count());
		assertEquals(ProblemKind.NETWORK, rig.outbox().lanes().get(0).paused().orElseThrow().kind());
	}

	@Test
	void usesTheOpenConnectionForAMailThatComesRightAfter() throws Exception {
		rig.submit();
		rig.drain();
		rig.submit();
		rig.drain();
		assertEquals(List.of("connect token1", "send 1", "send 1"), rig.sender.events);
	}

	@Test
	void leavesTheOpenConnectionWhenTheAccountChanges() throws Exception {
		rig.submit();
		rig.drain();
		rig.accounts.save(FakeAccounts.account("anna", Protocol.SMTP, Protocol.IMAP));
		rig.submit();
		rig.drain();
		assertEquals(2, rig.sender.events.stream().filter(event -> event.startsWith("connect")).count());
	}

	@Test
	void saysGoodbyeToIdleConnectionsWhenItCloses() throws Exception {
		rig.submit();
		rig.drain();
		rig.outbox().close();
		assertTrue(rig.sender.events.contains("quit"));
	}

	@Test
	void saysGoodbyeToAnIdleConnectionAfterFiveSeconds() throws Exception {
		rig.submit();
		rig.drain();
		assertEquals(false, rig.sender.events.contains("quit"));
		Wait.until(() -> rig.sender.events.contains("quit"), Duration.ofSeconds(30));
	}

	@Test
	void showsTheProgressOfAMailThatIsBeingSent() throws Exception {
		OutboxId id = rig.submit();
		long size = rig.entry(id).size();
		rig.sender.then((message, recipients, handOver) -> {
			handOver.progress(size / 2);
			Sending sending = rig.outbox().sending().get(0);
			assertEquals(id, sending.id());
			assertEquals(size / 2, sending.sent());
			assertEquals(size, sending.total());
			handOver.progress(size + 5);
			assertEquals(size, rig.outbox().sending().get(0).sent());
			return rig.sender.accept(message, recipients, handOver);
		});
		assertEquals(1, rig.drain().sent());
		assertEquals(List.of(), rig.outbox().sending());
	}

	@Test
	void estimatesTheRemainingTimeFromTheSpeedSoFar() {
		java.time.Instant since = rig.clock.instant();
		Sending sending = new Sending(new OutboxId("x"), 250, 1000, since);
		assertEquals(Duration.ofSeconds(30), sending.remaining(since.plusSeconds(10)).orElseThrow());
		assertTrue(sending.remaining(since.plusMillis(100)).isEmpty(), "too early to say");
	}

	@Test
	void forgetsTheProgressOfAMailThatBrokeOff() throws Exception {
		rig.submit();
		rig.sender.then(new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.NETWORK)));
		rig.drain();
		assertEquals(List.of(), rig.outbox().sending());
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(30, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
