package org.postkontor.inbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.AccountId;
import org.postkontor.account.Home;
import org.postkontor.account.Protocol;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.inbox.internal.SqliteInbox;
import org.postkontor.message.internal.TolerantMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.FakeClock;

class SyncTest {
	private static final AccountId ANNA = new AccountId("anna");

	@TempDir
	Path folder;

	private final FakeClock clock = new FakeClock();
	private final FakeAccounts accounts = new FakeAccounts();
	private final FakeBroker broker = new FakeBroker();
	private final FakeMailbox mailbox = new FakeMailbox();
	private final List<SqliteInbox> opened = new ArrayList<>();
	private SqliteInbox inbox;

	@BeforeEach
	void open() {
		accounts.save(FakeAccounts.account("anna", Protocol.IMAP));
		inbox = another(new PrivateFiles());
	}

	@AfterEach
	void close() {
		opened.forEach(SqliteInbox::close);
	}

	private SqliteInbox another(PrivateFiles disk) {
		SqliteInbox made = new SqliteInbox(new Home(folder, true), accounts, broker, List.of(mailbox), new TolerantMessageReader(), clock, disk);
		opened.add(made);
		return made;
	}

	@Test
	void receivesTheBytesAsTheyAre() throws Exception {
		long uid = mailbox.deliver("Grüße");
		assertEquals(1, inbox.sync(ANNA, null));
		InboxEntry entry = inbox.entries(Optional.empty()).get(0);
		assertEquals("Grüße", entry.subject());
		assertEquals("<m1@example.test>", entry.messageId());
		assertEquals(mailbox.mails.get(uid).length, entry.size());
		assertEquals(clock.instant(), entry.received());
		try (var in = inbox.content(entry.id()).open()) {
			assertArrayEquals(mailbox.mails.get(uid), in.readAllBytes());
		}
	}

	@Test
	void fetchesOnlyWhatIsNew() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		mailbox.deliver("two");
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(List.of(1L, 2L), mailbox.fetched);
	}

	@Test
	void showsTheNewestFirst() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		clock.advance(Duration.ofMinutes(1));
		mailbox.deliver("two");
		mailbox.deliver("three");
		inbox.sync(ANNA, null);
		assertEquals(List.of("three", "two", "one"), subjects());
	}

	@Test
	void aDateInTheFutureDoesNotStayOnTop() throws Exception {
		mailbox.mails.put(mailbox.deliver("spam"), "Subject: spam\r\nDate: Mon, 2 Nov 2099 07:00:00 +0000\r\n\r\n".getBytes());
		inbox.sync(ANNA, null);
		clock.advance(Duration.ofDays(1));
		mailbox.mails.put(mailbox.deliver("x"), "Subject: today\r\nDate: Tue, 3 Nov 2026 07:59:00 +0000\r\n\r\n".getBytes());
		inbox.sync(ANNA, null);
		assertEquals(List.of("today", "spam"), subjects());
	}

	@Test
	void receivesMoreThanOneListing() throws Exception {
		for (int i = 0; i < 405; i++) {
			mailbox.deliver("m" + i);
		}
		assertEquals(405, inbox.sync(ANNA, null));
		assertEquals(405, subjects().size());
	}

	@Test
	void keepsWhatCameBeforeAProblemAndGoesOnThere() throws Exception {
		for (int i = 1; i <= 30; i++) {
			mailbox.deliver("m" + i);
		}
		mailbox.fetchFailures.put(25L, FakeMailbox.problem(ProblemKind.NETWORK));
		ProblemException cut = assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null));
		assertEquals(ProblemKind.NETWORK, cut.problem().kind());
		assertEquals(24, subjects().size());
		assertEquals(6, inbox.sync(ANNA, null));
		assertEquals(31, mailbox.fetched.size());
	}

	@Test
	void leavesNoHalfFileBehind() throws Exception {
		mailbox.deliver("one");
		mailbox.fetchFailures.put(1L, FakeMailbox.problem(ProblemKind.NETWORK));
		assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null));
		assertEquals(List.of(), files());
	}

	@Test
	void skipsAMailThatIsGone() throws Exception {
		mailbox.deliver("one");
		mailbox.deliver("two");
		mailbox.fetchFailures.put(1L, FakeMailbox.problem(ProblemKind.MESSAGE));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("two"), subjects());
	}

	@Test
	void stopsWhenItIsCancelledAndKeepsWhatCame() throws Exception {
		mailbox.deliver("one");
		mailbox.deliver("two");
		NullProgressMonitor monitor = new NullProgressMonitor();
		mailbox.duringFetch = () -> monitor.setCanceled(true);
		ProblemException cancelled = assertThrows(ProblemException.class, () -> inbox.sync(ANNA, monitor));
		assertEquals(ProblemKind.CANCELLED, cancelled.problem().kind());
		assertEquals(List.of("one"), subjects());
	}

	@Test
	void recognisesMailsByTheirBytesWhenTheMailboxIsRenumbered() throws Exception {
		mailbox.deliver("one");
		mailbox.deliver("two");
		inbox.sync(ANNA, null);
		List<Long> ids = inbox.entries(Optional.empty()).stream().map(InboxEntry::id).toList();
		mailbox.renumber();
		mailbox.deliver("three");
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("one", "three", "two"), subjects().stream().sorted().toList());
		assertTrue(inbox.entries(Optional.empty()).stream().map(InboxEntry::id).toList().containsAll(ids));
		assertEquals(0, inbox.sync(ANNA, null));
		assertEquals(3, files().size());
	}

	@Test
	void losesNothingWhenARenumberedMailboxHasAnotherMailUnderAnOldUid() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		mailbox.mails.clear();
		mailbox.renumber();
		mailbox.deliver("two");
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("one", "two"), subjects().stream().sorted().toList());
	}

	@Test
	void renewsARefusedCredentialOnce() throws Exception {
		mailbox.deliver("one");
		mailbox.connectFailures.add(FakeMailbox.problem(ProblemKind.CREDENTIAL_REFUSED));
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("credential IMAP FORBIDDEN", "refused test", "credential IMAP FORBIDDEN"), broker.events);
	}

	@Test
	void doesNotShowARefusedCredentialAThirdTime() throws Exception {
		for (int i = 0; i < 3; i++) {
			mailbox.connectFailures.add(FakeMailbox.problem(ProblemKind.CREDENTIAL_REFUSED));
		}
		assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null));
		assertEquals(1, mailbox.connectFailures.size());
	}

	@Test
	void saysThatASignInIsNeeded() {
		broker.failures.add(FakeMailbox.problem(ProblemKind.SIGN_IN_NEEDED));
		ProblemException needed = assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null));
		assertEquals(ProblemKind.SIGN_IN_NEEDED, needed.problem().kind());
	}

	@Test
	void saysThatAnAccountCannotReceive() {
		accounts.save(FakeAccounts.account("anna", Protocol.SMTP));
		assertEquals("inbox.no-server", assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null)).problem().id());
	}

	@Test
	void isBusyWhileAnotherProcessReceives() throws Exception {
		mailbox.deliver("one");
		SqliteInbox other = another(new PrivateFiles());
		List<String> answers = new ArrayList<>();
		mailbox.duringFetch = () -> {
			for (SqliteInbox same : List.of(other, inbox)) {
				answers.add(assertThrows(ProblemException.class, () -> same.sync(ANNA, null)).problem().id());
			}
		};
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of("inbox.busy", "inbox.busy"), answers);
		assertEquals(0, other.sync(ANNA, null));
	}

	@Test
	void receivesForOneAccountWhileAnotherIsReceiving() throws Exception {
		AccountId ben = new AccountId("ben");
		accounts.save(FakeAccounts.account("ben", Protocol.IMAP));
		mailbox.deliver("one");
		boolean[] inner = new boolean[1];
		mailbox.duringFetch = () -> {
			if (!inner[0]) {
				inner[0] = true;
				try {
					assertEquals(1, inbox.sync(ben, null));
				} catch (ProblemException e) {
					throw new AssertionError(e);
				}
			}
		};
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(1, inbox.entries(Optional.of(ben)).size());
		assertEquals(2, inbox.entries(Optional.empty()).size());
	}

	@Test
	void blamesTheDiskForAFullDiskAndKeepsTheRest() throws Exception {
		mailbox.deliver("one");
		mailbox.deliver("two");
		AtomicInteger forces = new AtomicInteger();
		SqliteInbox failing = another(new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				if (forces.incrementAndGet() == 2) {
					throw new IOException("No space left on device");
				}
				super.force(channel);
			}
		});
		assertEquals(ProblemKind.STORAGE, assertThrows(ProblemException.class, () -> failing.sync(ANNA, null)).problem().kind());
		assertEquals(List.of("one"), subjects());
		assertEquals(1, inbox.sync(ANNA, null));
	}

	@Test
	void removesLeftoversOfAnInterruptedSync() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		Files.writeString(folder.resolve("inbox/mail/anna/x.tmp"), "x");
		Files.writeString(folder.resolve("inbox/mail/anna/y.eml"), "y");
		inbox.sync(ANNA, null);
		assertEquals(1, files().size());
		assertEquals(1, subjects().size());
	}

	@Test
	void survivesARestart() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		List<InboxEntry> before = inbox.entries(Optional.empty());
		inbox.close();
		inbox = another(new PrivateFiles());
		assertEquals(before, inbox.entries(Optional.of(ANNA)));
		assertEquals(before.get(0), inbox.entry(before.get(0).id()).orElseThrow());
		assertEquals(0, inbox.sync(ANNA, null));
	}

	@Test
	void tellsListenersOnlyWhenSomethingCame() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		try (AutoCloseable listening = inbox.listen(calls::incrementAndGet)) {
			inbox.sync(ANNA, null);
			assertEquals(0, calls.get());
			mailbox.deliver("one");
			inbox.sync(ANNA, null);
		}
		mailbox.deliver("two");
		inbox.sync(ANNA, null);
		assertEquals(1, calls.get());
	}

	@Test
	void onlyReadsANewerFormat() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		inbox.close();
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("inbox/inbox.db")); var statement = connection.createStatement()) {
			statement.execute("PRAGMA user_version=99");
		}
		inbox = another(new PrivateFiles());
		assertEquals(List.of("one"), subjects());
		assertEquals("inbox.newer", assertThrows(ProblemException.class, () -> inbox.sync(ANNA, null)).problem().id());
	}

	@Test
	void letsOnlyTheOwnerReadAnything() throws Exception {
		mailbox.deliver("one");
		inbox.sync(ANNA, null);
		try (var all = Files.walk(folder.resolve("inbox"))) {
			for (Path file : all.toList()) {
				assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
						file.toString());
			}
		}
	}

	private List<String> subjects() throws ProblemException {
		return inbox.entries(Optional.empty()).stream().map(InboxEntry::subject).toList();
	}

	private List<String> files() throws IOException {
		try (var all = Files.list(folder.resolve("inbox/mail/anna"))) {
			return all.map(f -> f.getFileName().toString()).toList();
		}
	}
}
