package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.ScheduledOutboxDispatcher;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.Wait;

/** Several outboxes on one home, several threads, the dispatcher, and listeners. */
class TogetherTest {
	private static final Duration LIMIT = Duration.ofSeconds(30);

	@TempDir
	Path folder;

	private Rig rig;
	private volatile String way = "eth0";

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void case25OneDrainsAndTheOtherIsBusy() throws Exception {
		OutboxId id = rig.submit();
		DurableOutbox other = rig.another();
		rig.sender.then((m, r, h) -> {
			ProblemException busy = assertThrows(ProblemException.class, () -> other.drain(Optional.empty(), null));
			assertEquals("outbox.busy", busy.problem().id());
			assertEquals(ProblemKind.BUSY, busy.problem().kind());
			return rig.sender.accept(m, r, h);
		});
		rig.drain();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(0, other.drain(Optional.empty(), null).sent());
	}

	/** As a list of a hundred thousand mails, or its export, on a slow disk. */
	@Test
	void somebodyWhoReadsForLongKeepsNobodyFromSubmittingAndSending() throws Exception {
		rig.outbox().entries();
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch sent = new CountDownLatch(1);
		CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(() -> readUntil(reading, sent));
		assertTrue(reading.await(20, TimeUnit.SECONDS));
		OutboxId id = rig.submit();
		assertEquals(1, rig.drain().sent());
		assertEquals(MailState.FILED, rig.state(id));
		sent.countDown();
		assertTrue(reader.get(20, TimeUnit.SECONDS), "it was read until all was sent");
		assertEquals(1, rig.outbox().entries().size());
	}

	private boolean readUntil(CountDownLatch reading, CountDownLatch end) {
		try {
			return rig.database().look(c -> {
				reading.countDown();
				try {
					return end.await(20, TimeUnit.SECONDS);
				} catch (InterruptedException e) {
					throw new IllegalStateException(e);
				}
			});
		} catch (ProblemException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void listsMailsInTheMiddleOfATransaction() throws Exception {
		rig.submit();
		AtomicInteger listed = new AtomicInteger();
		rig.crash = label -> {
			if (label.equals("record-submitted")) {
				listed.set(elsewhere(() -> rig.outbox().entries().size()));
			}
		};
		rig.submit();
		assertEquals(1, listed.get(), "what was committed before");
		assertEquals(2, rig.outbox().entries().size());
	}

	private static <T> T elsewhere(Callable<T> task) {
		try {
			return CompletableFuture.supplyAsync(() -> {
				try {
					return task.call();
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			}).get(20, TimeUnit.SECONDS);
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void theSameOutboxDrainsOnceAtATime() throws Exception {
		rig.submit();
		rig.sender.then((m, r, h) -> {
			assertEquals("outbox.busy", assertThrows(ProblemException.class, rig::drain).problem().id());
			return rig.sender.accept(m, r, h);
		});
		assertEquals(1, rig.drain().sent());
	}

	@Test
	void anybodySubmitsWhileOneDrains() throws Exception {
		DurableOutbox other = rig.another();
		List<OutboxId> ids = new ArrayList<>();
		ids.add(rig.submit());
		for (int i = 0; i < 5; i++) {
			int number = i;
			rig.sender.then((m, r, h) -> {
				try {
					ids.add(other.submit(Rig.ANNA, Rig.draft("late " + number, 1), null));
				} catch (ProblemException e) {
					throw new AssertionError(e);
				}
				return rig.sender.accept(m, r, h);
			});
		}
		assertEquals(6, rig.drain().sent());
		for (OutboxId id : ids) {
			assertEquals(1, rig.deliveries(id));
		}
	}

	@Test
	void losesAndDoublesNothingWithManySubmittersAndDrainers() throws Exception {
		rig.accounts.save(FakeAccounts.account("ben", Protocol.SMTP));
		List<DurableOutbox> outboxes = List.of(rig.outbox(), rig.another(), rig.another());
		int each = 12;
		AtomicInteger submitting = new AtomicInteger(outboxes.size());
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			List<Future<?>> running = new ArrayList<>();
			for (DurableOutbox outbox : outboxes) {
				running.add(threads.submit(() -> {
					for (int i = 0; i < each; i++) {
						outbox.submit(new AccountId(i % 2 == 0 ? "anna" : "ben"), Rig.draft("s", 1), null);
					}
					submitting.decrementAndGet();
					return null;
				}));
				running.add(threads.submit(() -> {
					while (submitting.get() > 0) {
						try {
							outbox.drain(Optional.empty(), null);
						} catch (ProblemException e) {
							assertEquals(ProblemKind.BUSY, e.problem().kind());
						}
					}
					return null;
				}));
			}
			for (Future<?> thread : running) {
				thread.get(60, TimeUnit.SECONDS);
			}
		}
		rig.drain();
		List<String> delivered = rig.sender.deliveries.stream().map(FakeMailSender.Delivery::messageId).toList();
		assertEquals(outboxes.size() * each, delivered.size());
		assertEquals(delivered.size(), new HashSet<>(delivered).size());
		assertTrue(rig.outbox().entries().stream().map(OutboxEntry::state).allMatch(MailState.FILED::equals));
	}

	@Test
	void lanesRunSideBySide() throws Exception {
		AccountId ben = new AccountId("ben");
		rig.accounts.save(FakeAccounts.account("ben", Protocol.SMTP));
		rig.submit();
		rig.submit(ben, 1);
		CountDownLatch both = new CountDownLatch(2);
		for (int i = 0; i < 2; i++) {
			rig.sender.then((m, r, h) -> {
				both.countDown();
				assertTrue(awaited(both));
				return rig.sender.accept(m, r, h);
			});
		}
		assertEquals(2, rig.drain().sent());
	}

	@Test
	void tellsListenersAboutManyChangesInFewCalls() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		long start = System.nanoTime();
		try (AutoCloseable listening = rig.outbox().listen(calls::incrementAndGet)) {
			OutboxId id = rig.submit();
			for (int i = 0; i < 20; i++) {
				rig.outbox().hold(id);
				rig.outbox().release(id);
			}
			int seen = calls.get();
			Wait.until(() -> calls.get() > seen || calls.get() > 0, LIMIT);
			long tenths = Duration.ofNanos(System.nanoTime() - start).toMillis() / 100 + 1;
			assertTrue(calls.get() <= tenths, calls + " calls in " + tenths + " tenths of a second");
		}
	}

	@Test
	void theDispatcherSendsWhatIsSubmitted() throws Exception {
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			dispatcher.start();
			OutboxId id = rig.submit();
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(1, rig.sender.deliveries.size());
	}

	@Test
	void theDispatcherSendsWhatAnotherProcessSubmitted() throws Exception {
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			dispatcher.start();
			OutboxId id = rig.another().submit(Rig.ANNA, Rig.draft("other", 1), null);
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(1, rig.sender.deliveries.size());
	}

	@Test
	void theDispatcherGoesOnAfterASignIn() throws Exception {
		rig.broker.failures.add(FakeMailSender.problem(ProblemKind.SIGN_IN_NEEDED));
		OutboxId id = rig.submit();
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			dispatcher.start();
			Wait.until(() -> rig.outbox().lanes().get(0).paused().isPresent(), LIMIT);
			rig.broker.signedInAgain(rig.clock.instant());
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(1, rig.sender.deliveries.size());
	}

	@Test
	void theDispatcherTriesAgainWhenTheNetworkChanges() throws Exception {
		rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.NETWORK));
		OutboxId id = rig.submit();
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			dispatcher.start();
			Wait.until(() -> rig.outbox().lanes().get(0).paused().isPresent(), LIMIT);
			assertEquals(MailState.QUEUED, rig.state(id));
			way = "the cable is plugged in again";
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(1, rig.sender.deliveries.size());
	}

	@Test
	void anotherNetworkDoesNotShowARefusedCredentialAgain() throws Exception {
		rig.broker.failures.add(FakeMailSender.problem(ProblemKind.SIGN_IN_NEEDED));
		OutboxId id = rig.submit();
		rig.drain();
		rig.outbox().wakeUnreachable();
		assertTrue(rig.outbox().lanes().get(0).paused().isPresent());
		assertEquals(MailState.QUEUED, rig.state(id));
	}

	@Test
	void theDispatcherDoesNothingUntilItIsStarted() throws Exception {
		try (ScheduledOutboxDispatcher dispatcher = dispatcher()) {
			OutboxId id = rig.submit();
			assertEquals(MailState.QUEUED, rig.state(id));
			dispatcher.start();
			Wait.until(() -> rig.state(id) == MailState.FILED, LIMIT);
		}
		assertEquals(1, rig.sender.deliveries.size());
	}

	@Test
	void aClosedOutboxTakesNothingMore() throws Exception {
		rig.submit();
		DurableOutbox outbox = rig.outbox();
		outbox.close();
		assertEquals("outbox.closed", assertThrows(ProblemException.class, outbox::entries).problem().id());
	}

	private ScheduledOutboxDispatcher dispatcher() {
		return new ScheduledOutboxDispatcher(rig.outbox(), rig.outbox(), rig.broker, rig.accounts, () -> way,
				rig.clock, Duration.ofMillis(50));
	}

	private static boolean awaited(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
