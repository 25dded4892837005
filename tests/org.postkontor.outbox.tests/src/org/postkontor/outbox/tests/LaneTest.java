package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.outbox.tests.FakeMailSender.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.AccountId;
import org.postkontor.account.Protocol;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.SendOutcome;

class LaneTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "CREDENTIAL_REFUSED", "CERTIFICATE", "NETWORK", "TIMEOUT", "SERVER", "QUOTA", "CONFIGURATION", "SIGN_IN_NEEDED" })
	void pausesAndCountsNoAttempt(ProblemKind kind) throws Exception {
		OutboxId first = rig.submit();
		OutboxId second = rig.submit();
		rig.sender.connectFailures.add(problem(kind));
		rig.sender.connectFailures.add(problem(kind));
		assertEquals(kind, rig.drain().paused().get(0).paused().orElseThrow().kind());
		for (OutboxId id : List.of(first, second)) {
			assertEquals(MailState.QUEUED, rig.state(id));
			assertEquals(0, rig.entry(id).attempts());
		}
		assertEquals(kind, rig.outbox().lanes().get(0).paused().orElseThrow().kind());
	}

	@ParameterizedTest
	@EnumSource(names = { "CERTIFICATE", "NETWORK", "QUOTA", "STORAGE" })
	void pausesWhenTheTroubleComesDuringSending(ProblemKind kind) throws Exception {
		OutboxId id = rig.submit();
		rig.sender.then(new SendOutcome.NotSent(problem(kind)));
		assertEquals(1, rig.drain().paused().size());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(0, rig.entry(id).attempts());
	}

	@Test
	void holdsOnlyTheMailWhenTheMailIsTheProblem() throws Exception {
		OutboxId bad = rig.submit();
		OutboxId good = rig.submit();
		rig.sender.then(new SendOutcome.NotSent(problem(ProblemKind.MESSAGE)));
		assertEquals(0, rig.drain().paused().size());
		assertEquals(MailState.HELD, rig.state(bad));
		assertEquals(MailState.FILED, rig.state(good));
	}

	@Test
	void renewsARefusedCredentialOnce() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.drain();
		assertEquals(List.of("credential SMTP FORBIDDEN", "refused 4xx test", "credential SMTP FORBIDDEN"), rig.broker.events);
		assertEquals("connect token2", rig.sender.events.get(1));
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void case38ShowsACredentialRefusedTwiceToTheServerNoMore() throws Exception {
		rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.drain();
		rig.clock.advance(Duration.ofDays(2));
		rig.drain();
		rig.outbox().drainDue();
		assertEquals(2, rig.sender.events.size());
	}

	@Test
	void goesOnAfterANewSignIn() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.drain();
		rig.broker.signedInAgain(rig.clock.instant());
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
		assertEquals(Optional.empty(), rig.outbox().lanes().get(0).paused());
	}

	@Test
	void goesOnWhenItIsWoken() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.sender.connectFailures.add(problem(ProblemKind.CREDENTIAL_REFUSED));
		rig.drain();
		rig.outbox().wake(Rig.ANNA);
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void case63RenewsACredentialThatExpiresOnAReusedConnection() throws Exception {
		rig.submit();
		OutboxId second = rig.submit();
		rig.sender.then(rig.sender::accept).then(new SendOutcome.NotSent(problem(ProblemKind.CREDENTIAL_REFUSED)));
		rig.drain();
		assertEquals(MailState.FILED, rig.state(second));
		assertEquals(1, rig.deliveries(second));
		assertTrue(rig.sender.events.contains("connect token2"));
	}

	@Test
	void case54ReconnectsWhenTheServerClosedAnIdleConnection() throws Exception {
		rig.submit();
		OutboxId second = rig.submit();
		rig.sender.then(rig.sender::accept).then(new SendOutcome.NotSent(problem(ProblemKind.NETWORK)));
		assertEquals(List.of(), rig.drain().paused());
		assertEquals(MailState.FILED, rig.state(second));
		assertEquals(1, rig.entry(second).attempts());
	}

	@Test
	void triesANetworkLaneAgainAtItsTime() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.NETWORK));
		rig.drain();
		rig.outbox().drainDue();
		assertEquals(1, rig.sender.events.size());
		assertTrue(rig.outbox().nextDue().orElseThrow().isAfter(rig.clock.instant()));
		rig.clock.set(rig.outbox().nextDue().orElseThrow());
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
	}

	@Test
	void waitsLongerTheLongerTheNetworkIsGone() throws Exception {
		rig.submit();
		Duration last = Duration.ZERO;
		for (int i = 0; i < 4; i++) {
			rig.sender.connectFailures.add(problem(ProblemKind.NETWORK));
			rig.outbox().drainDue();
			Duration wait = Duration.between(rig.clock.instant(), rig.outbox().nextDue().orElseThrow());
			assertTrue(wait.compareTo(last) > 0, wait + " after " + last);
			last = wait;
			rig.clock.advance(wait);
		}
	}

	@Test
	void nothingIsDueWhileASignInIsAwaited() throws Exception {
		rig.submit();
		rig.broker.failures.add(problem(ProblemKind.SIGN_IN_NEEDED));
		rig.drain();
		assertEquals(Optional.empty(), rig.outbox().nextDue());
	}

	@Test
	void aMailThatBreaksEveryConnectionDoesNotStopTheOthers() throws Exception {
		OutboxId bad = rig.submit();
		OutboxId good = rig.submit();
		for (int i = 0; i < 3; i++) {
			rig.sender.then(new SendOutcome.NotSent(problem(ProblemKind.NETWORK)));
			rig.drain();
		}
		assertEquals(1, rig.entry(bad).attempts());
		rig.drain();
		assertEquals(MailState.FILED, rig.state(good));
		assertEquals(MailState.QUEUED, rig.state(bad));
	}

	@Test
	void keepsTheOrderOfALane() throws Exception {
		List<String> ids = new java.util.ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ids.add(rig.entry(rig.submit()).messageId());
		}
		rig.drain();
		assertEquals(ids, rig.sender.deliveries.stream().map(FakeMailSender.Delivery::messageId).toList());
	}

	@Test
	void oneLanesTroubleIsNotAnothersTrouble() throws Exception {
		AccountId ben = new AccountId("ben");
		rig.accounts.save(FakeAccounts.account("ben", Protocol.IMAP));
		OutboxId stuck = rig.submit(ben, 1);
		OutboxId free = rig.submit();
		assertEquals("outbox.no-server", rig.drain().paused().get(0).paused().orElseThrow().id());
		assertEquals(MailState.QUEUED, rig.state(stuck));
		assertEquals(MailState.FILED, rig.state(free));
		rig.accounts.save(FakeAccounts.account("ben", Protocol.SMTP));
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(stuck));
	}

	@Test
	void drainsOneAccountOnly() throws Exception {
		AccountId ben = new AccountId("ben");
		rig.accounts.save(FakeAccounts.account("ben", Protocol.SMTP));
		OutboxId others = rig.submit(ben, 1);
		OutboxId own = rig.submit();
		rig.outbox().drain(Optional.of(Rig.ANNA), null);
		assertEquals(MailState.FILED, rig.state(own));
		assertEquals(MailState.QUEUED, rig.state(others));
	}

	@Test
	void keepsMailsOfARemovedAccount() throws Exception {
		OutboxId id = rig.submit();
		rig.accounts.remove(Rig.ANNA);
		assertEquals("outbox.no-account", rig.drain().paused().get(0).paused().orElseThrow().id());
		assertEquals(MailState.QUEUED, rig.state(id));
		assertEquals(List.of(Rig.ANNA), rig.outbox().lanes().stream().map(Lane::account).toList());
	}

	@Test
	void runsAgainWhenTheServerListensEvenIfTheMailIsBad() throws Exception {
		rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.NETWORK));
		rig.drain();
		rig.sender.then(new SendOutcome.NotSent(problem(ProblemKind.MESSAGE)));
		rig.drain();
		assertEquals(Optional.empty(), rig.outbox().lanes().get(0).paused());
	}

	@Test
	void forgetsTheTroubleOfALaneWithoutMails() throws Exception {
		OutboxId id = rig.submit();
		rig.sender.connectFailures.add(problem(ProblemKind.NETWORK));
		rig.drain();
		rig.outbox().remove(id);
		rig.clock.advance(Duration.ofMinutes(20));
		rig.drain();
		assertEquals(Optional.empty(), rig.outbox().lanes().get(0).paused());
	}

	@Test
	void aMailOfAWrongClockIsDueForTheDispatcher() throws Exception {
		OutboxId id = rig.submit();
		rig.clock.jump(Duration.ofDays(-1));
		assertEquals(Optional.of(rig.clock.instant()), rig.outbox().nextDue());
		rig.outbox().drainDue();
		assertEquals(MailState.FILED, rig.state(id));
	}
}
