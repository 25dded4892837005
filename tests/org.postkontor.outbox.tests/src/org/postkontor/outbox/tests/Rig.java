package org.postkontor.outbox.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.postkontor.account.AccountId;
import org.postkontor.account.Home;
import org.postkontor.account.Protocol;
import org.postkontor.auth.SignInBroker;
import org.postkontor.fakes.FakeAccounts;
import org.postkontor.fakes.FakeBroker;
import org.postkontor.message.Draft;
import org.postkontor.message.internal.StreamingMessageComposer;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.DurableOutbox;
import org.postkontor.outbox.internal.Surroundings;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.Database;
import org.postkontor.store.PrivateFiles;
import org.postkontor.testkit.FakeClock;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;

/** An outbox with everything around it made of fakes. Closes all outboxes it opened. */
final class Rig implements AutoCloseable {
	static final AccountId ANNA = new AccountId("anna");

	final Path folder;
	Clock time;
	final FakeClock clock = new FakeClock();
	final FakeAccounts accounts = new FakeAccounts();
	final FakeBroker broker = new FakeBroker();
	FakeMailReceiver receiver = new FakeMailReceiver();
	FakeMailSender sender = new FakeMailSender();
	/** Used in place of the fakes when set. */
	MailSender realSender;
	MailReceiver realReceiver;
	SignInBroker realBroker;
	PrivateFiles files = new PrivateFiles();
	CrashPoint crash = CrashPoint.NONE;
	final List<OutboxId> submitted = new ArrayList<>();
	private final List<DurableOutbox> opened = new ArrayList<>();
	private DurableOutbox outbox;
	private int mails;

	Rig(Path folder) {
		this.folder = folder;
		time = clock;
		accounts.save(FakeAccounts.account("anna", Protocol.SMTP));
	}

	/** Anna also receives by IMAP. */
	Rig withImap() {
		accounts.save(FakeAccounts.account("anna", Protocol.SMTP, Protocol.IMAP));
		return this;
	}

	DurableOutbox outbox() {
		if (outbox == null) {
			outbox = another();
		}
		return outbox;
	}

	/** A second outbox on the same home, as another process has it. */
	DurableOutbox another() {
		Surroundings around = new Surroundings(accounts, realBroker == null ? broker : realBroker, List.of(realSender == null ? sender : realSender),
				List.of(realReceiver == null ? receiver : realReceiver), time, new java.util.Random(), files,
				label -> crash.hit(label));
		DurableOutbox made = new DurableOutbox(new Home(folder, true), composer(time), around);
		opened.add(made);
		return made;
	}

	static StreamingMessageComposer composer(Clock clock) {
		return new StreamingMessageComposer(clock);
	}

	/** Closes and opens again. */
	void restart() {
		outbox().close();
		outbox = null;
	}

	OutboxId submit() throws ProblemException {
		return submit(ANNA, 1);
	}

	OutboxId submit(AccountId account, int recipients) throws ProblemException {
		return submit(account, draft("mail " + ++mails, recipients));
	}

	OutboxId submit(AccountId account, Draft draft) throws ProblemException {
		OutboxId id = outbox().submit(account, draft, null);
		submitted.add(id);
		return id;
	}

	static Draft draft(String subject, int recipients) {
		return draft(subject, recipients, "text");
	}

	static Draft draft(String subject, int recipients, String text) {
		List<String> to = IntStream.range(0, recipients).mapToObj(i -> "r" + i + "@example.test").toList();
		return new Draft("anna@example.test", to, List.of(), List.of(), subject, text, List.of());
	}

	DrainSummary drain() throws ProblemException {
		return outbox().drain(Optional.empty(), null);
	}

	OutboxEntry entry(OutboxId id) throws ProblemException {
		return outbox().entry(id).orElseThrow();
	}

	MailState state(OutboxId id) throws ProblemException {
		return entry(id).state();
	}

	/** How often the server got a mail. */
	long deliveries(OutboxId id) throws ProblemException {
		String messageId = entry(id).messageId();
		return sender.deliveries.stream().filter(d -> d.messageId().equals(messageId)).count();
	}

	Path spool(OutboxId id) {
		return folder.resolve("outbox/spool/" + id + ".eml");
	}

	List<String> spoolFiles() throws IOException {
		try (var files = Files.list(folder.resolve("outbox/spool"))) {
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.endsWith(".alive")).sorted().toList();
		}
	}

	/** Events of the log, oldest first. */
	List<String> log(OutboxId id) throws SQLException {
		return sql("SELECT event FROM log WHERE mail='" + id + "' ORDER BY seq");
	}

	/** Runs SQL on the file beside the outbox; first column of the result. */
	List<String> sql(String sql) throws SQLException {
		List<String> result = new ArrayList<>();
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox/outbox.db")); var statement = connection.createStatement()) {
			if (statement.execute(sql)) {
				var rows = statement.getResultSet();
				while (rows.next()) {
					result.add(rows.getString(1));
				}
			}
		}
		return result;
	}

	/** Lets SQLite meet the end of its disk. */
	void limitPages(boolean full) {
		try (var statement = connection().createStatement()) {
			// A limit below the present size is the present size (sqlite.org/pragma.html#pragma_max_page_count).
			statement.execute("PRAGMA max_page_count=" + (full ? 1 : 1_000_000));
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The outbox's own, since SQLite's settings are those of a connection. */
	Connection connection() {
		try {
			return (Connection) field(database(), "connection");
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The outbox's own. */
	Database database() {
		try {
			return (Database) field(field(outbox(), "core"), "database");
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Object field(Object owner, String name) throws ReflectiveOperationException {
		var field = owner.getClass().getDeclaredField(name);
		field.setAccessible(true);
		return field.get(owner);
	}

	@Override
	public void close() {
		opened.forEach(DurableOutbox::close);
	}
}
