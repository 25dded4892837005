package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.transport.tests.SmtpStage.BEN;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.Protocol;
import org.postkontor.contract.ContractMail;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.internal.smtp.AngusMailSender;
import org.postkontor.transport.internal.smtp.SmtpDeadlines;

/**
 * Nothing waits without a limit (fault catalogue 47-50). Traps: the library's time-outs are infinite by default (platform
 * 2.7), and a read time-out never ends a server that drips (craft B.3.7); a short one after the dot makes duplicates.
 */
class SmtpTimeTest {
	private final FakeClock clock = new FakeClock();
	private final SmtpStage stage;

	SmtpTimeTest() throws IOException {
		stage = SmtpStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private SendConnection connect() throws ProblemException {
		return new AngusMailSender(stage.net.ground(clock), SmtpDeadlines.STANDARD)
				.connect(Net.endpoint(Protocol.SMTP, stage.peer.port(), stage.mode), Net.token(), null);
	}

	private SendOutcome send() {
		try (SendConnection connection = connect()) {
			return connection.send(ContractMail.mail("timed", BEN), Set.of(BEN), stage.boundary, null);
		} catch (ProblemException e) {
			throw new IllegalStateException(e);
		}
	}

	private void waitForEvent(String event) {
		Wait.until(event, () -> stage.peer.faults().count(event) > 0, Net.SOON);
	}

	/** The connection is watched now and the server does not answer. */
	private void waitForTimer() {
		Wait.until("a timer", () -> clock.pendingTimers() > 0, Net.SOON);
	}

	@ParameterizedTest
	@CsvSource({ "GREETING,59,2", "EHLO,59,2", "AUTH,59,2" })
	void aServerThatStallsWhileConnectingIsGivenUpAfterAMinute(String event, int early, int late) throws Exception {
		stage.peer.faults().always(event, Reaction.silence());
		CompletableFuture<SendConnection> connecting = CompletableFuture.supplyAsync(() -> {
			try {
				return connect();
			} catch (ProblemException e) {
				throw new IllegalStateException(e);
			}
		});
		waitForEvent(event);
		waitForTimer();
		clock.advance(Duration.ofSeconds(early));
		assertTrue(!connecting.isDone());
		clock.advance(Duration.ofSeconds(late));
		ExecutionException failed = assertThrows(ExecutionException.class, () -> connecting.get(10, TimeUnit.SECONDS));
		ProblemException problem = assertInstanceOf(ProblemException.class, failed.getCause().getCause());
		assertEquals(ProblemKind.TIMEOUT, problem.problem().kind());
	}

	@Test
	void aGreetingThatDripsIsGivenUpAfterAMinute() throws Exception {
		CountDownLatch dripping = new CountDownLatch(1);
		stage.peer.faults().always("GREETING", conversation -> {
			for (int i = 0; i < 10_000; i++) {
				conversation.sendRaw(new byte[] { '2' });
				dripping.countDown();
				conversation.delay(Duration.ofMillis(20));
			}
			return true;
		});
		CompletableFuture<SendOutcome> sending = CompletableFuture.supplyAsync(this::send);
		assertTrue(dripping.await(10, TimeUnit.SECONDS));
		waitForTimer();
		clock.advance(Duration.ofSeconds(61));
		assertThrows(ExecutionException.class, () -> sending.get(10, TimeUnit.SECONDS));
	}

	@ParameterizedTest
	@CsvSource({ "MAIL,5", "RCPT,5", "DATA,2" })
	void aServerThatStallsBeforeTheBoundaryIsGivenUpAsTheStandardSays(String event, int minutes) throws Exception {
		stage.peer.faults().always(event, Reaction.silence());
		CompletableFuture<SendOutcome> sending = CompletableFuture.supplyAsync(this::send);
		waitForEvent(event);
		waitForTimer();
		clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
		assertTrue(!sending.isDone());
		clock.advance(Duration.ofSeconds(2));
		assertEquals(ProblemKind.TIMEOUT, stage.notSent(sending.get(10, TimeUnit.SECONDS)).kind());
	}

	@Test
	void anAnswerToTheDotMayTakeNearlyTenMinutes() throws Exception {
		CountDownLatch gate = new CountDownLatch(1);
		stage.peer.faults().next("ACCEPTED", Reaction.holdUntil(gate));
		CompletableFuture<SendOutcome> sending = CompletableFuture.supplyAsync(this::send);
		waitForEvent("ACCEPTED");
		clock.advance(Duration.ofMinutes(9).plusSeconds(59));
		gate.countDown();
		assertInstanceOf(SendOutcome.Accepted.class, sending.get(10, TimeUnit.SECONDS));
	}

	@Test
	void noAnswerToTheDotForTenMinutesIsADoubtAndNoRetry() throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.silence());
		CompletableFuture<SendOutcome> sending = CompletableFuture.supplyAsync(this::send);
		waitForEvent("ACCEPTED");
		clock.advance(Duration.ofMinutes(10).plusSeconds(1));
		SendOutcome.InDoubt outcome = assertInstanceOf(SendOutcome.InDoubt.class, sending.get(10, TimeUnit.SECONDS));
		assertEquals(ProblemKind.TIMEOUT, outcome.problem().kind());
	}

	@Test
	void noTimerRunsWhileAConnectionRests() throws Exception {
		try (SendConnection connection = connect()) {
			connection.send(ContractMail.mail("rest", BEN), Set.of(BEN), stage.boundary, new NullProgressMonitor());
			assertEquals(0, clock.pendingTimers());
		}
		assertEquals(0, clock.pendingTimers());
	}

	@Test
	void cancellingEndsASendThatWaits() throws Exception {
		stage.peer.faults().next("RCPT", Reaction.silence());
		NullProgressMonitor monitor = new NullProgressMonitor();
		CompletableFuture<SendOutcome> sending;
		try (SendConnection connection = stage.connect()) {
			sending = CompletableFuture.supplyAsync(() -> connection.send(ContractMail.mail("c", BEN), Set.of(BEN), stage.boundary, monitor));
			waitForEvent("RCPT");
			monitor.setCanceled(true);
			assertEquals(ProblemKind.CANCELLED, stage.notSent(sending.get(10, TimeUnit.SECONDS)).kind());
		}
	}

	@Test
	void abortingEndsASendThatWaitsForTheLastAnswerInDoubt() throws Exception {
		stage.peer.faults().next("ACCEPTED", Reaction.silence());
		try (SendConnection connection = stage.connect()) {
			CompletableFuture<SendOutcome> sending = CompletableFuture
					.supplyAsync(() -> connection.send(ContractMail.mail("a", BEN), Set.of(BEN), stage.boundary, null));
			waitForEvent("ACCEPTED");
			connection.abort();
			SendOutcome.InDoubt outcome = assertInstanceOf(SendOutcome.InDoubt.class, sending.get(10, TimeUnit.SECONDS));
			assertEquals(ProblemKind.NETWORK, outcome.problem().kind());
		}
	}
}
