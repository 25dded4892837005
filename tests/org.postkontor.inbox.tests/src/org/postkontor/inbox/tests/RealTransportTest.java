package org.postkontor.inbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.internal.SqliteInbox;
import org.postkontor.inbox.internal.WatchingInboxUpdater;
import org.postkontor.message.internal.TolerantMessageReader;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.store.PrivateFiles;
import org.postkontor.problem.Explanations;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.ImapPeer;
import org.postkontor.testkit.peer.Reaction;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.transport.internal.imap.AngusImapReceiver;

/** The inbox over the real transport against the scripted server, inside TLS. */
class RealTransportTest {
	private static final AccountId ANNA = new AccountId("anna");
	private static final TestAuthority AUTHORITY = TestAuthority.create();
	private static final ServerIdentity LOCALHOST = AUTHORITY.server("localhost");

	private static final Duration SOON = Duration.ofSeconds(20);

	@TempDir
	Path folder;

	private final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	private final FakeAccounts accounts = new FakeAccounts();
	private ImapPeer imap;
	private SqliteInbox inbox;

	@BeforeEach
	void start() throws IOException {
		imap = new ImapPeer(ServerTls.implicit(LOCALHOST)).account("anna", null, "token1");
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		InetNameLookup names = new InetNameLookup();
		AngusImapReceiver receiver = new AngusImapReceiver(new NodelaySocketFactories(policy, names), timer, names, Explanations.NONE);
		Endpoint endpoint = new Endpoint(Protocol.IMAP, "localhost", imap.port(), TlsMode.IMPLICIT, AuthBinding.of("test", "anna", Map.of()));
		accounts.save(FakeAccounts.account("anna").with(List.of(endpoint)));
		inbox = new SqliteInbox(new Home(folder, true), accounts, new FakeBroker(), List.of(receiver), new TolerantMessageReader(), new FakeClock(),
				new PrivateFiles());
	}

	@AfterEach
	void stop() throws IOException {
		inbox.close();
		imap.close();
		timer.close();
	}

	@Test
	void receivesTheBytesOfTheServer() throws Exception {
		byte[] mail = mail("one");
		imap.inbox().add(mail);
		assertEquals(1, inbox.sync(ANNA, null));
		InboxEntry entry = inbox.entries(Optional.of(ANNA)).get(0);
		try (var in = inbox.content(entry.id()).open()) {
			assertArrayEquals(mail, in.readAllBytes());
		}
		imap.inbox().add(mail("two"));
		assertEquals(1, inbox.sync(ANNA, null));
	}

	@Test
	void receivesNothingTwiceWhenTheMailboxIsRenumbered() throws Exception {
		imap.inbox().add(mail("one"));
		imap.inbox().add(mail("two"));
		inbox.sync(ANNA, null);
		imap.inbox().changeValidity();
		imap.inbox().add(mail("three"));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(3, inbox.entries(Optional.empty()).size());
	}

	@Test
	void aMailIsThereAsSoonAsTheServerTellsOfItAlsoAfterABreak() throws Exception {
		imap.faults().next("IDLE", Reaction.reset());
		NullProgressMonitor monitor = new NullProgressMonitor();
		List<String> events = new CopyOnWriteArrayList<>();
		CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> assertDoesNotThrow(() -> inbox.watch(ANNA, new Events(events), monitor)));
		Wait.until("the second connection", () -> imap.faults().count("IDLE") == 2, SOON);
		imap.inbox().add(mail("one"));
		Wait.until("the mail", () -> inbox.entries(Optional.of(ANNA)).size() == 1, SOON);
		monitor.setCanceled(true);
		watch.get(SOON.toSeconds(), TimeUnit.SECONDS);
		assertEquals(List.of("lost NETWORK", "regained", "received 1"), events);
	}

	@Test
	void theUpdaterBringsWhatComesOverOneConnectionAndAnotherOneWhenTheNetworkChanges() throws Exception {
		AtomicReference<String> network = new AtomicReference<>("eth0");
		try (WatchingInboxUpdater updater = new WatchingInboxUpdater(inbox, accounts, new FakeBroker(), network::get, new FakeClock(), Duration.ofMillis(20))) {
			updater.start();
			Wait.until("the first connection", () -> imap.faults().count("IDLE") == 1, SOON);
			imap.inbox().add(mail("one"));
			Wait.until("the first mail", () -> inbox.entries(Optional.of(ANNA)).size() == 1, SOON);
			assertEquals(1, imap.server().connections());
			network.set("wlan0");
			Wait.until("the second connection", () -> imap.server().connections() == 2, SOON);
			imap.inbox().add(mail("two"));
			Wait.until("the second mail", () -> inbox.entries(Optional.of(ANNA)).size() == 2, SOON);
		}
	}

	private static byte[] mail(String subject) {
		return ("Message-ID: <" + subject + "@example.test>\r\nFrom: b@example.test\r\nSubject: " + subject + "\r\n\r\nbody\r\n")
				.getBytes(StandardCharsets.US_ASCII);
	}
}
