package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** Several connections for a lane in which many mails wait. */
class FurtherLinesTest {
	private static final int MANY = 60;

	@TempDir
	Path folder;

	private Rig rig;
	private final AtomicInteger busy = new AtomicInteger();
	private final AtomicInteger busiest = new AtomicInteger();

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void sendsOverThreeConnectionsAtOnceWhileManyMailsWait() throws Exception {
		submit(MANY);
		CyclicBarrier all = new CyclicBarrier(3);
		rig.sender.then(rig.sender::accept);
		for (int i = 0; i < 3; i++) {
			rig.sender.then((message, recipients, handOver) -> {
				meet(all);
				return rig.sender.accept(message, recipients, handOver);
			});
		}
		assertEquals(MANY, rig.drain().sent());
		assertEachWasDeliveredOnce();
	}

	@Test
	void neverSendsOverMoreThanThree() throws Exception {
		submit(MANY);
		everyMail(rig.sender::accept);
		assertEquals(MANY, rig.drain().sent());
		assertTrue(busiest.get() <= 3, () -> busiest + " at once");
	}

	@Test
	void sendsOverTwoWhileTheThirdIsNotWorthASignIn() throws Exception {
		submit(30);
		everyMail(rig.sender::accept);
		assertEquals(30, rig.drain().sent());
		assertTrue(busiest.get() <= 2, () -> busiest + " at once");
	}

	@Test
	void sendsOneAfterTheOtherWhenFewWait() throws Exception {
		submit(20);
		everyMail(rig.sender::accept);
		rig.drain();
		assertEquals(1, busiest.get());
	}

	@Test
	void sendsOneAfterTheOtherWhereTheProviderCountsMails() throws Exception {
		Account anna = FakeAccounts.account("anna", Protocol.SMTP);
		rig.accounts.save(anna.with(new Endpoint(Protocol.SMTP, "smtp.office365.com", 587, TlsMode.STARTTLS, AuthBinding.of("password", "anna", Map.of()))));
		submit(MANY);
		everyMail(rig.sender::accept);
		rig.drain();
		assertEquals(1, busiest.get());
	}

	@Test
	void troubleOfAFurtherConnectionIsNobodysTrouble() throws Exception {
		submit(MANY);
		CountDownLatch refused = new CountDownLatch(1);
		AtomicInteger connections = new AtomicInteger();
		rig.sender.onConnect = () -> {
			if (connections.incrementAndGet() == 2) {
				rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.NETWORK));
				refused.countDown();
			}
		};
		rig.sender.then(rig.sender::accept);
		rig.sender.then((message, recipients, handOver) -> {
			await(refused);
			return rig.sender.accept(message, recipients, handOver);
		});
		assertEquals(MANY, rig.drain().sent());
		assertEquals(Optional.empty(), rig.outbox().lanes().stream().filter(lane -> lane.paused().isPresent()).findFirst());
		assertEachWasDeliveredOnce();
	}

	@Test
	void aServerThatRefusesAConnectionWhileAnotherIsOpenIsAskedOnceAndStopsNobody() throws Exception {
		submit(20);
		AtomicInteger refused = new AtomicInteger();
		rig.sender.onConnect = () -> {
			if (Thread.currentThread().getName().equals("outbox next connection")) {
				refused.incrementAndGet();
				rig.sender.connectFailures.add(FakeMailSender.problem(ProblemKind.SERVER));
			}
		};
		assertEquals(20, rig.drain().sent());
		assertEquals(1, refused.get());
		assertEquals(Optional.empty(), rig.outbox().lanes().stream().filter(lane -> lane.paused().isPresent()).findFirst());
		assertEachWasDeliveredOnce();
	}

	@Test
	void aRefusedCredentialStopsAllConnectionsAndIsTriedOnceMoreByOneOfThem() throws Exception {
		submit(MANY);
		rig.sender.then(rig.sender::accept);
		for (int i = 0; i < MANY; i++) {
			rig.sender.then(new SendOutcome.NotSent(FakeMailSender.problem(ProblemKind.CREDENTIAL_REFUSED)));
		}
		rig.drain();
		assertEquals(ProblemKind.CREDENTIAL_REFUSED, rig.outbox().lanes().get(0).paused().orElseThrow().kind());
		assertEquals(1, rig.sender.deliveries.size());
		// The mail that went, twice over the first line, once over each other one.
		assertTrue(rig.sender.events.stream().filter("send 1"::equals).count() <= 5, () -> rig.sender.events.toString());
	}

	@Test
	void aMailThatIsDeferredIsNotTriedAgainByAnotherConnection() throws Exception {
		submit(MANY);
		everyMail((message, recipients, handOver) -> new SendOutcome.Accepted("250",
				Map.of(recipients.iterator().next(), new RecipientResult.Deferred("451 later"))));
		rig.drain();
		assertEquals(MANY, rig.sender.events.stream().filter("send 1"::equals).count());
		assertTrue(rig.outbox().entries().stream().allMatch(entry -> entry.attempts() == 1));
	}

	@Test
	void aRecipientThatHasItIsNeverTriedAgainByAnotherConnection() throws Exception {
		for (int i = 0; i < MANY; i++) {
			rig.submit(Rig.ANNA, 2);
		}
		everyMail((message, recipients, handOver) -> {
			handOver.boundary();
			rig.sender.deliver(message, Set.of("r0@example.test"), 1);
			return new SendOutcome.Accepted("250", Map.of("r0@example.test", new RecipientResult.Accepted("250"), "r1@example.test",
					new RecipientResult.Deferred("451 later")));
		});
		rig.drain();
		assertEachWasDeliveredOnce();
	}

	@Test
	void stopsAllConnectionsWhenItIsCancelled() throws Exception {
		submit(MANY);
		NullProgressMonitor monitor = new NullProgressMonitor();
		AtomicInteger mails = new AtomicInteger();
		everyMail((message, recipients, handOver) -> {
			if (mails.incrementAndGet() == 10) {
				monitor.setCanceled(true);
			}
			return rig.sender.accept(message, recipients, handOver);
		});
		rig.outbox().drain(Optional.empty(), monitor);
		assertTrue(rig.sender.deliveries.size() <= 12, () -> rig.sender.deliveries.size() + " were sent");
		assertEquals(MANY - rig.sender.deliveries.size(), rig.outbox().entries().stream().filter(entry -> entry.state() == MailState.QUEUED).count());
	}

	@Test
	void leavesNoMailBehindThatAFurtherConnectionHadWhenTheFirstWasDone() throws Exception {
		submit(MANY);
		CountDownLatch rest = new CountDownLatch(MANY - 1);
		AtomicInteger mails = new AtomicInteger();
		everyMail((message, recipients, handOver) -> {
			if (Thread.currentThread().getName().equals("outbox further line") && mails.getAndIncrement() == 0) {
				await(rest);
			}
			SendOutcome outcome = rig.sender.accept(message, recipients, handOver);
			rest.countDown();
			return outcome;
		});
		assertEquals(MANY, rig.drain().sent());
		assertTrue(rig.outbox().entries().stream().map(OutboxEntry::state).allMatch(MailState.FILED::equals));
	}

	private void submit(int mails) throws Exception {
		for (int i = 0; i < mails; i++) {
			rig.submit();
		}
	}

	private void everyMail(FakeMailSender.Behaviour behaviour) {
		for (int i = 0; i < MANY; i++) {
			rig.sender.then((message, recipients, handOver) -> {
				busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
				try {
					return behaviour.send(message, recipients, handOver);
				} finally {
					busy.decrementAndGet();
				}
			});
		}
	}

	private void assertEachWasDeliveredOnce() {
		Set<String> ids = new HashSet<>();
		rig.sender.deliveries.forEach(delivery -> assertTrue(ids.add(delivery.messageId()), () -> delivery + " came twice"));
		assertEquals(rig.submitted.size(), ids.size());
	}

	private static void meet(CyclicBarrier lines) throws IOException {
		try {
			lines.await(30, TimeUnit.SECONDS);
		} catch (Exception e) {
			throw new IOException(e);
		}
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			assertTrue(latch.await(30, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}
}
