package org.postkontor.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.contract.ContractMail;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.postkontor.transport.ReceiveConnection.Watched;
import org.postkontor.transport.internal.imap.AngusImapReceiver;
import org.postkontor.transport.internal.imap.ImapDeadlines;

/**
 * Waiting for mails by IDLE (RFC 2177). Traps: a server tells of a mail at any command and not again in IDLE; a dead connection
 * is never noticed (platform 2.7); the library waits for ever if IDLE is refused.
 */
class ImapWatchTest {
	private static final Duration LIMIT = Duration.ofMinutes(10);

	private final FakeClock clock = new FakeClock();
	private final ImapStage stage;

	ImapWatchTest() throws IOException {
		stage = ImapStage.implicit();
	}

	@AfterEach
	void stop() throws IOException {
		stage.close();
	}

	private void deliver(String name) {
		stage.peer.inbox().add(ContractMail.bytes(name));
	}

	/** A connection whose time is the test's, with a listed inbox. */
	private ReceiveConnection listed() throws ProblemException {
		ReceiveConnection connection = new AngusImapReceiver(stage.net.ground(clock), ImapDeadlines.STANDARD)
				.connect(Net.endpoint(Protocol.IMAP, stage.peer.port(), TlsMode.IMPLICIT), Net.token(), null);
		connection.list(Optional.empty(), 100, null);
		return connection;
	}

	/** A watch that has got as far as waiting: for its time, and for a dead peer. */
	private CompletableFuture<Watched> watching(ReceiveConnection connection, Duration limit) {
		CompletableFuture<Watched> watch = CompletableFuture.supplyAsync(() -> {
			try {
				return connection.watch(limit, null);
			} catch (ProblemException e) {
				throw new IllegalStateException(e);
			}
		});
		Wait.until("IDLE", () -> clock.pendingTimers() == 2, Net.SOON);
		return watch;
	}

	@Test
	void aMailThatComesEndsTheWatch() throws Exception {
		try (ReceiveConnection connection = listed()) {
			CompletableFuture<Watched> watch = watching(connection, LIMIT);
			deliver("a");
			assertEquals(Watched.NEWS, watch.get(10, TimeUnit.SECONDS));
			assertEquals(1, connection.list(Optional.empty(), 100, null).mails().size());
			CompletableFuture<Watched> again = watching(connection, LIMIT);
			deliver("b");
			assertEquals(Watched.NEWS, again.get(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void aMailThatWasToldAtAnotherCommandIsNotMissed() throws Exception {
		deliver("a");
		try (ReceiveConnection connection = listed()) {
			List<RemoteMail> mails = connection.list(Optional.empty(), 100, null).mails();
			deliver("b");
			ImapStage.fetch(connection, mails.get(0));
			assertEquals(Watched.NEWS, connection.watch(LIMIT, null));
			assertEquals(0, stage.said("IDLE"));
		}
	}

	@Test
	void aMailBetweenTheListingAndTheWatchIsNotMissed() throws Exception {
		try (ReceiveConnection connection = listed()) {
			deliver("a");
			assertEquals(Watched.NEWS, connection.watch(LIMIT, null));
		}
	}

	@Test
	void beforeAnythingIsListedThereMayBeNews() throws Exception {
		try (ReceiveConnection connection = stage.connect()) {
			assertEquals(Watched.NEWS, connection.watch(LIMIT, null));
		}
	}

	@ParameterizedTest(name = "{0} minutes wanted, {1} taken")
	@CsvSource({ "10,10", "60,28" })
	void aWatchEndsAfterItsTimeOrTheProtocols(int wanted, int taken) throws Exception {
		try (ReceiveConnection connection = listed()) {
			CompletableFuture<Watched> watch = watching(connection, Duration.ofMinutes(wanted));
			clock.advance(Duration.ofMinutes(taken).minusSeconds(1));
			assertFalse(watch.isDone());
			clock.advance(Duration.ofSeconds(1));
			assertEquals(Watched.NOTHING, watch.get(10, TimeUnit.SECONDS));
			assertEquals(0, connection.count());
			assertEquals(0, clock.pendingTimers());
		}
	}

	@Test
	void aPeerThatIsGoneIsNoticedAfterTheLimit() throws Exception {
		stage.peer.faults().always("IDLE", conversation -> {
			conversation.send("+ idling");
			conversation.silence();
			return true;
		});
		try (ReceiveConnection connection = listed()) {
			CompletableFuture<Watched> watch = watching(connection, LIMIT);
			clock.advance(LIMIT);
			assertFalse(watch.isDone());
			clock.advance(Duration.ofSeconds(61));
			assertEquals(ProblemKind.TIMEOUT, problem(watch).kind());
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void aServerThatEndsIsATransientProblem(boolean farewell) throws Exception {
		Reaction end = farewell ? Reaction.replyAndClose("+ idling", "* BYE shutting down") : Reaction.reset();
		stage.peer.faults().always("IDLE", end);
		try (ReceiveConnection connection = listed()) {
			Problem problem = assertThrows(ProblemException.class, () -> connection.watch(LIMIT, null)).problem();
			assertTrue(problem.kind().isTransient(), problem.toString());
		}
	}

	@Test
	void aCancelledMonitorEndsTheWatch() throws Exception {
		NullProgressMonitor monitor = new NullProgressMonitor();
		try (ReceiveConnection connection = stage.connect()) {
			connection.list(Optional.empty(), 100, null);
			CompletableFuture<Problem> watch = CompletableFuture
					.supplyAsync(() -> assertThrows(ProblemException.class, () -> connection.watch(LIMIT, monitor)).problem());
			Wait.until("IDLE", () -> stage.said("IDLE") == 1, Net.SOON);
			monitor.setCanceled(true);
			assertEquals(ProblemKind.CANCELLED, watch.get(10, TimeUnit.SECONDS).kind());
		}
	}

	@Test
	void aServerWithoutIdleCannotTell() throws Exception {
		stage.peer.capabilities("IMAP4rev1", "SASL-IR", "AUTH=XOAUTH2");
		try (ReceiveConnection connection = listed()) {
			assertEquals(Watched.UNSUPPORTED, connection.watch(LIMIT, null));
			assertEquals(0, stage.said("IDLE"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "TAG NO not now", "TAG BAD what" })
	void aServerThatRefusesToIdleCannotTellAndCanBeAsked(String reply) throws Exception {
		stage.peer.faults().always("IDLE", Reaction.reply(reply));
		try (ReceiveConnection connection = listed()) {
			assertEquals(Watched.UNSUPPORTED, connection.watch(LIMIT, null));
			assertEquals(0, connection.count());
		}
	}

	private static Problem problem(CompletableFuture<Watched> watch) {
		Throwable failure = assertThrows(java.util.concurrent.ExecutionException.class, () -> watch.get(10, TimeUnit.SECONDS)).getCause().getCause();
		return ((ProblemException) failure).problem();
	}
}
