package org.postkontor.inbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
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
import org.postkontor.inbox.internal.SqliteInbox;
import org.postkontor.message.internal.TolerantMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.FakeClock;
import org.postkontor.transport.ReceiveConnection.Watched;

/** A watch on a server that does one step after the other, and is cancelled after the last. */
class WatchTest {
	private static final AccountId ANNA = new AccountId("anna");

	@TempDir
	Path folder;

	private final FakeClock clock = new FakeClock();
	private final FakeAccounts accounts = new FakeAccounts();
	private final FakeBroker broker = new FakeBroker();
	private final FakeMailbox mailbox = new FakeMailbox();
	private final NullProgressMonitor monitor = new NullProgressMonitor();
	private final Deque<FakeMailbox.WatchStep> steps = new ArrayDeque<>();
	private final List<Duration> pauses = new ArrayList<>();
	private final List<String> events = new ArrayList<>();
	private final List<SqliteInbox> opened = new ArrayList<>();
	private SqliteInbox inbox;

	@BeforeEach
	void open() {
		accounts.save(FakeAccounts.account("anna", Protocol.IMAP));
		mailbox.duringWatch = () -> {
			FakeMailbox.WatchStep step = steps.poll();
			if (step == null) {
				monitor.setCanceled(true);
				return Watched.NOTHING;
			}
			return step.end();
		};
		inbox = another();
	}

	@AfterEach
	void close() {
		opened.forEach(SqliteInbox::close);
	}

	private SqliteInbox another() {
		SqliteInbox made = new SqliteInbox(new Home(folder, true), accounts, broker, List.of(mailbox), new TolerantMessageReader(), clock,
				new PrivateFiles(), this::pause);
		opened.add(made);
		return made;
	}

	private void pause(Duration duration, IProgressMonitor asked) {
		if (!asked.isCanceled()) {
			pauses.add(duration);
		}
	}

	private void watch() throws ProblemException {
		inbox.watch(ANNA, new Events(events), monitor);
	}

	private void breaks() {
		steps.add(() -> {
			throw new ProblemException(FakeMailbox.problem(ProblemKind.NETWORK));
		});
	}

	@Test
	void fetchesWhatIsThereAndThenWhatTheServerTellsOf() throws Exception {
		mailbox.deliver("one");
		steps.add(() -> {
			mailbox.deliver("two");
			mailbox.deliver("three");
			return Watched.NEWS;
		});
		watch();
		assertEquals(List.of("received 1", "received 2"), events);
		assertEquals(1, mailbox.connections);
		assertEquals(0, mailbox.open);
		assertEquals(3, inbox.entries(Optional.of(ANNA)).size());
	}

	@Test
	void makesABrokenConnectionAgainAndMissesNothing() throws Exception {
		steps.add(() -> {
			mailbox.deliver("meanwhile");
			mailbox.connectFailures.add(FakeMailbox.problem(ProblemKind.NETWORK));
			mailbox.connectFailures.add(FakeMailbox.problem(ProblemKind.TIMEOUT));
			throw new ProblemException(FakeMailbox.problem(ProblemKind.SERVER));
		});
		watch();
		assertEquals(List.of("lost SERVER", "received 1", "regained"), events);
		assertEquals(List.of(1, 2, 5), seconds());
		assertEquals(List.of(1L), mailbox.fetched);
	}

	@Test
	void waitsLongerEachTimeUntilAConnectionLasts() throws Exception {
		Stream.generate(() -> FakeMailbox.problem(ProblemKind.NETWORK)).limit(8).forEach(mailbox.connectFailures::add);
		breaks();
		steps.add(() -> {
			clock.advance(Duration.ofMinutes(2));
			throw new ProblemException(FakeMailbox.problem(ProblemKind.NETWORK));
		});
		watch();
		assertEquals(List.of(1, 2, 5, 10, 30, 60, 180, 180, 180, 1), seconds());
	}

	@Test
	void tellsWhatCameBeforeTheConnectionBroke() throws Exception {
		mailbox.deliver("one");
		mailbox.fetchFailures.put(mailbox.deliver("two"), FakeMailbox.problem(ProblemKind.NETWORK));
		watch();
		assertEquals(List.of("received 1", "lost NETWORK", "received 1", "regained"), events);
	}

	@Test
	void endsWhenASignInIsNeeded() {
		breaks();
		steps.addFirst(() -> {
			broker.failures.add(FakeMailbox.problem(ProblemKind.SIGN_IN_NEEDED));
			return Watched.NOTHING;
		});
		assertEquals(ProblemKind.SIGN_IN_NEEDED, assertThrows(ProblemException.class, this::watch).problem().kind());
		assertEquals(0, mailbox.open);
	}

	@Test
	void asksAServerThatCannotTellEveryFewMinutes() throws Exception {
		steps.add(() -> Watched.UNSUPPORTED);
		steps.add(() -> {
			mailbox.deliver("later");
			return Watched.UNSUPPORTED;
		});
		watch();
		assertEquals(List.of("received 1"), events);
		assertEquals(List.of(300, 300), seconds());
		assertEquals(3, mailbox.connections);
		assertEquals(0, mailbox.open);
	}

	@Test
	void waitsWhileAnotherReceives() throws Exception {
		mailbox.deliver("one");
		SqliteInbox other = another();
		List<Throwable> failures = new ArrayList<>();
		mailbox.duringFetch = () -> {
			try {
				other.watch(ANNA, new Events(events), new NullProgressMonitor() {
					@Override
					public boolean isCanceled() {
						return !pauses.isEmpty();
					}
				});
			} catch (ProblemException e) {
				failures.add(e);
			}
		};
		assertEquals(1, inbox.sync(ANNA, null));
		assertEquals(List.of(), failures);
		assertEquals(List.of(), events);
		assertEquals(List.of(5), seconds());
	}

	@Test
	void endsWithoutAProblemWhenItIsCancelled() throws Exception {
		steps.add(() -> {
			monitor.setCanceled(true);
			throw new ProblemException(FakeMailbox.problem(ProblemKind.CANCELLED));
		});
		watch();
		assertEquals(List.of(), events);
	}

	@Test
	void endsWhenTheInboxIsClosed() throws Exception {
		steps.add(() -> {
			inbox.close();
			return Watched.NEWS;
		});
		watch();
		assertEquals(1, mailbox.connections);
		assertEquals(0, mailbox.open);
	}

	private List<Integer> seconds() {
		return pauses.stream().map(pause -> (int) pause.toSeconds()).toList();
	}
}
