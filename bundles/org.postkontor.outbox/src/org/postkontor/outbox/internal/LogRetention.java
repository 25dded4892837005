package org.postkontor.outbox.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.Database;

/** How long the log is kept, and when it was cleared last by this process. Thread-safe. */
final class LogRetention {
	private static final Duration SHORTEST = Duration.ofDays(1);
	private static final Duration LONGEST = Duration.ofDays(36_500);
	/** The rest waits for the next hour: mails may have become due meanwhile. */
	private static final int MOST_ROUNDS = 20;
	private static final Duration INTERVAL = Duration.ofHours(1);
	private static final String NAME = "log.keep.seconds";

	private final Database database;
	private final LogTable log;
	private @Nullable Instant cleared;

	LogRetention(Database database, LogTable log) {
		this.database = database;
		this.log = log;
	}

	Duration keep() throws ProblemException {
		return database.read(c -> {
			try (PreparedStatement statement = MailRows.prepare(c, "SELECT value FROM setting WHERE name=?", NAME); ResultSet row = statement.executeQuery()) {
				return row.next() ? Duration.ofSeconds(row.getLong(1)) : TransmissionLog.STANDARD;
			}
		});
	}

	void keep(Duration keep) throws ProblemException {
		if (keep.compareTo(SHORTEST) < 0 || keep.compareTo(LONGEST) > 0) {
			throw OutboxProblems.keep();
		}
		database.write("record-keep", c -> {
			SqliteOutboxStore.execute(c, "INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)", NAME, keep.toSeconds());
			return true;
		});
		clearSoon();
	}

	private synchronized void clearSoon() {
		cleared = null;
	}

	/** Once an hour; also when the clock was put back. */
	void clear(Instant now) throws ProblemException {
		if (isTime(now)) {
			Instant before = now.minus(keep());
			for (int round = 0; round < MOST_ROUNDS && log.forget(before); round++) {
				continue;
			}
		}
	}

	private synchronized boolean isTime(Instant now) {
		Instant last = cleared;
		boolean time = last == null || now.isBefore(last) || !now.isBefore(last.plus(INTERVAL));
		if (time) {
			cleared = now;
		}
		return time;
	}
}
