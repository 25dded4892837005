package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.net.SocketLimits;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.Reaction;

/** Dead addresses, changing networks, hung-up connections (fault catalogue 50, 53, 54). */
class CableFaultsTest extends FaultCase {
	private static final Duration SHORT = Duration.ofMillis(300);
	private static final String LARGE = "We confirm the appointment of next week.\n".repeat(500_000);

	/** The server's name leads to these addresses, in this order; the result may be changed. */
	private List<InetAddress> addresses(String... literals) throws IOException {
		List<InetAddress> all = new CopyOnWriteArrayList<>();
		for (String literal : literals) {
			all.add(InetAddress.getByName(literal));
		}
		NodelaySocketFactories real = new NodelaySocketFactories(stage.policy(), (host, limit) -> all);
		stage.rig.realSender = stage.sender(limits -> {
			assertTrue(limits.connect().compareTo(Duration.ofSeconds(10)) <= 0, limits.toString());
			return real.forConnection(new SocketLimits(SHORT, limits.read(), limits.maxUnauthenticatedBytes(), limits.maxLineBytes()));
		}, (host, limit) -> all);
		return all;
	}

	/** A listener that nobody serves and whose queue is full: the system drops whatever knocks. */
	private List<AutoCloseable> blackHole(String address) throws IOException {
		List<AutoCloseable> sockets = new ArrayList<>();
		InetSocketAddress hole = new InetSocketAddress(InetAddress.getByName(address), stage.smtp.port());
		sockets.add(new ServerSocket(hole.getPort(), 1, hole.getAddress()));
		for (int i = 0; i < 20; i++) {
			Socket knock = new Socket();
			sockets.add(knock);
			try {
				knock.connect(hole, 500);
			} catch (SocketTimeoutException full) {
				return sockets;
			}
		}
		throw new AssertionError("the queue of a listener never fills up here");
	}

	@ParameterizedTest
	@ValueSource(strings = { "::1", "127.9.9.9" })
	void case50AnAddressThatRefusesIsFollowedByTheNextOne(String dead) throws Exception {
		addresses(dead, "127.0.0.1");
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertTrue(stage.isRunning());
	}

	@Test
	void case50AnAddressThatSwallowsEverythingIsFollowedByTheNextOne() throws Exception {
		List<AutoCloseable> hole = blackHole("127.0.0.2");
		try {
			addresses("127.0.0.2", "127.0.0.1");
			OutboxId id = stage.submit(1);
			stage.rig.drain();
			assertEquals(MailState.FILED, stage.rig.state(id));
			assertTrue(stage.isRunning());
		} finally {
			close(hole);
		}
	}

	@Test
	void case50ALaneWithDeadAddressesOnlyWaitsAndCountsNoAttempt() throws Exception {
		List<AutoCloseable> hole = blackHole("127.0.0.2");
		try {
			List<InetAddress> all = addresses("127.0.0.2", "127.9.9.9");
			stage.endsBy(() -> all.add(InetAddress.getLoopbackAddress()));
			OutboxId id = stage.submit(1);
			stage.rig.drain();
			assertEquals(MailState.QUEUED, stage.rig.state(id));
			assertEquals(0, stage.rig.entry(id).attempts());
			assertTrue(stage.paused().kind().isTransient(), stage.paused().toString());
		} finally {
			close(hole);
		}
	}

	private static void close(List<AutoCloseable> sockets) throws Exception {
		for (AutoCloseable socket : sockets) {
			socket.close();
		}
	}

	@Test
	void case50AServerThatTakesTheConnectionAndSaysNothingIsGivenUpAfterAMinute() throws Exception {
		OutboxId id = stage.submit(1);
		stage.smtp.faults().next("GREETING", Reaction.silence());
		CompletableFuture<DrainSummary> draining = stage.drainInBackground();
		stage.stallsAt("GREETING");
		stage.clock.advance(Duration.ofSeconds(61));
		draining.get(FaultStage.SOON.toSeconds(), TimeUnit.SECONDS);
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(ProblemKind.TIMEOUT, stage.paused().kind());
	}

	@Test
	void case53ANetworkThatChangesInTheMiddleOfTheDataLeavesNoDoubt() throws Exception {
		OutboxId id = stage.rig.submit(Rig.ANNA, Rig.draft("large", 1, LARGE));
		try (FaultProxy cable = FaultProxy.wire("localhost", stage.smtp.port())) {
			stage.sendTo(cable.port());
			cable.cutAfter(Direction.TO_SERVER, 100_000, Cut.RST);
			stage.rig.drain();
			assertEquals(MailState.QUEUED, stage.rig.state(id));
			cable.heal();
			stage.rig.outbox().wakeUnreachable();
			stage.rig.outbox().drainDue();
			assertEquals(MailState.FILED, stage.rig.state(id));
			assertEquals(1, stage.rig.entry(id).attempts());
		}
	}

	@Test
	void case53ANetworkThatFallsSilentInTheMiddleOfTheDataIsGivenUpAndTheNextOneTakesTheMail() throws Exception {
		OutboxId id = stage.rig.submit(Rig.ANNA, Rig.draft("large", 1, LARGE));
		CountDownLatch gate = new CountDownLatch(1);
		stage.smtp.faults().next("DATA", client -> {
			client.send("354 go ahead");
			Reaction.holdUntil(gate).react(client);
			client.close();
			return true;
		});
		CompletableFuture<DrainSummary> draining = stage.drainInBackground();
		stage.stallsAt("DATA");
		Wait.until("the mail is being written", () -> !stage.rig.outbox().sending().isEmpty() && stage.rig.outbox().sending().getFirst().sent() > 0,
				FaultStage.SOON);
		while (!draining.isDone()) {
			stage.clock.advance(Duration.ofMinutes(3).plusSeconds(1));
		}
		draining.get(FaultStage.SOON.toSeconds(), TimeUnit.SECONDS);
		gate.countDown();
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(ProblemKind.TIMEOUT, stage.paused().kind());
		stage.rig.outbox().wakeUnreachable();
		stage.rig.outbox().drainDue();
		assertEquals(MailState.FILED, stage.rig.state(id));
	}

	@ParameterizedTest
	@EnumSource(Cut.class)
	void case54AConnectionThatTheServerEndedMeanwhileIsOpenedAgainAtOnce(Cut cut) throws Exception {
		try (FaultProxy cable = FaultProxy.wire("localhost", stage.smtp.port())) {
			stage.sendTo(cable.port());
			stage.submit(1);
			stage.rig.drain();
			cable.cutAll(cut);
			OutboxId id = stage.submit(1);
			assertEquals(List.of(), stage.rig.drain().paused());
			assertEquals(MailState.FILED, stage.rig.state(id));
			assertEquals(1, stage.rig.entry(id).attempts());
			assertEquals(2, cable.connections());
		}
	}
}
