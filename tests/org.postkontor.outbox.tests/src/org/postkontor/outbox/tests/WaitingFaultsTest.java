package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.Decision;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.Reaction;

/** Answers that are late, drip or never come (fault catalogue 46-49). The clock of the test owns the deadlines. */
class WaitingFaultsTest extends FaultCase {

	private void finish(CompletableFuture<DrainSummary> draining) throws Exception {
		draining.get(FaultStage.SOON.toSeconds(), TimeUnit.SECONDS);
	}

	private void assertStaysInDoubt(OutboxId id) throws Exception {
		assertEquals(MailState.IN_DOUBT, stage.rig.state(id));
		stage.clock.advance(Duration.ofDays(2));
		stage.rig.drain();
		assertEquals(MailState.IN_DOUBT, stage.rig.state(id));
		assertEquals(1, stage.deliveries(id));
	}

	@ParameterizedTest
	@EnumSource(Cut.class)
	void case46ACutBetweenTheDotAndTheAnswerIsADoubtAndNoRetry(Cut cut) throws Exception {
		OutboxId id = stage.submit(1);
		stage.smtp.faults().next("ACCEPTED", Reaction.cut(cut));
		assertEquals(1, stage.rig.drain().inDoubt());
		assertStaysInDoubt(id);
	}

	@Test
	void case46OnlyADecisionSendsAMailInDoubtAgain() throws Exception {
		OutboxId id = stage.submit(1);
		stage.smtp.faults().next("ACCEPTED", Reaction.reset());
		stage.rig.drain();
		stage.rig.outbox().resolve(id, Decision.SEND_AGAIN);
		stage.decided.add(id);
		stage.rig.drain();
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertEquals(2, stage.deliveries(id));
	}

	@Test
	void case47AnAnswerThatTakesNearlyTenMinutesIsWaitedFor() throws Exception {
		OutboxId id = stage.submit(1);
		CountDownLatch gate = new CountDownLatch(1);
		stage.smtp.faults().next("ACCEPTED", Reaction.holdUntil(gate));
		CompletableFuture<DrainSummary> draining = stage.drainInBackground();
		stage.stallsAt("ACCEPTED");
		stage.clock.advance(Duration.ofMinutes(9).plusSeconds(59));
		gate.countDown();
		finish(draining);
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertEquals(1, stage.deliveries(id));
	}

	@Test
	void case48AnAnswerThatTakesElevenMinutesIsADoubtAndNoRetry() throws Exception {
		OutboxId id = stage.submit(1);
		CountDownLatch gate = new CountDownLatch(1);
		stage.smtp.faults().next("ACCEPTED", Reaction.holdUntil(gate));
		CompletableFuture<DrainSummary> draining = stage.drainInBackground();
		stage.stallsAt("ACCEPTED");
		stage.clock.advance(Duration.ofMinutes(11));
		finish(draining);
		gate.countDown();
		assertStaysInDoubt(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GREETING", "EHLO" })
	void case49AServerThatDripsWhileConnectingIsGivenUpAfterAMinute(String event) throws Exception {
		OutboxId id = stage.submit(1);
		AtomicInteger drops = drip(event, "220-");
		CompletableFuture<DrainSummary> draining = stage.drainInBackground();
		stage.stallsAt(event);
		for (int seconds = 0; seconds < 50; seconds += 10) {
			advanceAfterADrop(drops, Duration.ofSeconds(10));
			assertFalse(draining.isDone());
		}
		advanceAfterADrop(drops, Duration.ofSeconds(11));
		finish(draining);
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals(ProblemKind.TIMEOUT, stage.paused().kind());
	}

	@Test
	void case49AnAnswerToTheDotThatDripsIsADoubtAfterTenMinutes() throws Exception {
		OutboxId id = stage.submit(1);
		AtomicInteger drops = drip("ACCEPTED", "250-");
		CompletableFuture<DrainSummary> draining = stage.drainInBackground();
		stage.stallsAt("ACCEPTED");
		for (int minutes = 0; minutes < 9; minutes++) {
			advanceAfterADrop(drops, Duration.ofMinutes(1));
			assertFalse(draining.isDone());
		}
		advanceAfterADrop(drops, Duration.ofSeconds(61));
		finish(draining);
		assertStaysInDoubt(id);
	}

	/** Sends one byte after the other of a line that never ends. */
	private AtomicInteger drip(String event, String beginning) {
		AtomicInteger drops = new AtomicInteger();
		stage.smtp.faults().next(event, client -> {
			client.sendRaw(beginning.getBytes());
			while (drops.incrementAndGet() < 5_000) {
				client.sendRaw(new byte[] { 'x' });
				client.delay(Duration.ofMillis(10));
			}
			return true;
		});
		return drops;
	}

	/** The time passes only after one more byte has come: no single read takes long. */
	private void advanceAfterADrop(AtomicInteger drops, Duration time) {
		int before = drops.get();
		Wait.until("another byte", () -> drops.get() > before + 1, FaultStage.SOON);
		stage.clock.advance(time);
	}
}
