package org.postkontor.inbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.inbox.internal.WatchingInboxUpdater;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.Wait;

/** Which accounts are watched, and when a watch begins anew. */
class InboxUpdaterTest {
	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final AccountId ANNA = new AccountId("anna");

	private final FakeClock clock = new FakeClock();
	private final FakeAccounts accounts = new FakeAccounts();
	private final FakeBroker broker = new FakeBroker();
	private final WatchedInbox inbox = new WatchedInbox();
	/** How often the updater has looked. */
	private final AtomicInteger looks = new AtomicInteger();
	private volatile String network = "eth0";
	private final WatchingInboxUpdater updater = new WatchingInboxUpdater(inbox, accounts, broker, () -> {
		looks.incrementAndGet();
		return network;
	}, clock, Duration.ofMillis(5));

	@AfterEach
	void close() {
		updater.close();
	}

	private void startWithAnna() {
		accounts.save(FakeAccounts.account("anna", Protocol.IMAP, Protocol.SMTP));
		updater.start();
		begun(1);
	}

	private void begun(int wanted) {
		Wait.until(wanted + " watches", () -> inbox.begun() == wanted, LIMIT);
	}

	private void running(String... wanted) {
		Wait.until(List.of(wanted) + " watched", () -> inbox.running().equals(List.of(wanted)), LIMIT);
	}

	/** Long enough for accounts and sign-ins, too. */
	private void someLooks() {
		int before = looks.get();
		Wait.until("some looks", () -> looks.get() > before + 12, LIMIT);
	}

	@Test
	void accountsThatReceiveAreWatchedAndNoOthers() {
		accounts.save(FakeAccounts.account("anna", Protocol.IMAP, Protocol.SMTP));
		accounts.save(FakeAccounts.account("bert", Protocol.POP3, Protocol.SMTP));
		accounts.save(FakeAccounts.account("carla", Protocol.SMTP));
		assertEquals(List.of(), inbox.running(), "not before the start");
		updater.start();
		updater.start();
		running("anna", "bert");
		someLooks();
		assertEquals(2, inbox.begun());
	}

	@Test
	void aNewAccountIsWatchedAtOnceAndARemovedOneNoMore() {
		startWithAnna();
		accounts.save(FakeAccounts.account("bert", Protocol.IMAP));
		running("anna", "bert");
		accounts.remove(ANNA);
		running("bert");
	}

	@Test
	void otherSettingsGetAnotherConnection() {
		startWithAnna();
		Account anna = accounts.find(ANNA).orElseThrow();
		accounts.save(anna.with(List.of(anna.endpoint(Direction.RECEIVE).orElseThrow().movedTo("other.example.test", 993, TlsMode.IMPLICIT))));
		begun(2);
		running("anna");
		assertEquals(1, inbox.mostOfOne());
	}

	@Test
	void aChangedNetworkGetsAnotherConnection() {
		startWithAnna();
		someLooks();
		network = "wlan0";
		begun(2);
		running("anna");
		someLooks();
		assertEquals(2, inbox.begun());
		assertEquals(1, inbox.mostOfOne(), "one connection for each account");
	}

	@Test
	void aComputerThatHasSleptConnectsAnew() {
		startWithAnna();
		someLooks();
		clock.advance(Duration.ofSeconds(20));
		someLooks();
		assertEquals(1, inbox.begun(), "only busy");
		clock.advance(Duration.ofHours(8));
		begun(2);
		running("anna");
	}

	@ParameterizedTest
	@EnumSource(value = ProblemKind.class, names = { "SIGN_IN_NEEDED", "CREDENTIAL_REFUSED" })
	void whatNeedsASignInWaitsForIt(ProblemKind kind) {
		inbox.problems.put(ANNA, FakeMailbox.problem(kind));
		startWithAnna();
		someLooks();
		network = "wlan0";
		clock.advance(Duration.ofDays(1));
		someLooks();
		assertEquals(1, inbox.begun(), "the server would lock the account");
		inbox.problems.clear();
		broker.signedInAgain(clock.instant());
		running("anna");
		assertEquals(2, inbox.begun());
	}

	@Test
	void otherProblemsAreTriedAgainEveryQuarterOfAnHourAndWhenTheNetworkChanges() {
		inbox.problems.put(ANNA, FakeMailbox.problem(ProblemKind.CERTIFICATE));
		startWithAnna();
		someLooks();
		for (int i = 0; i < 40; i++) {
			clock.advance(Duration.ofSeconds(20));
			someLooks();
		}
		assertEquals(1, inbox.begun(), "13 minutes");
		for (int i = 0; i < 6; i++) {
			clock.advance(Duration.ofSeconds(20));
			someLooks();
		}
		begun(2);
		inbox.problems.clear();
		network = "wlan0";
		begun(3);
		running("anna");
	}

	@Test
	void closingEndsAllWatchesAndItCanBeStartedAgain() {
		startWithAnna();
		updater.close();
		assertEquals(List.of(), inbox.running());
		updater.close();
		updater.start();
		running("anna");
	}
}
