package org.postkontor.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.postkontor.problem.ProblemException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Connections to SQLite that force what they commit, or only read. */
final class SafeConnection {
	private static final Map<String, String> SAFE = Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1");

	/** Pages of the log after which a commit folds it into the file and waits for that: four times as rarely as by default. */
	private static final int CHECKPOINT_PAGES = 4000;
	private static final int BUSY_MILLIS = 15_000;
	private static final int AGAIN_MILLIS = 20;
	/** Of a result code the part that says what it is about (sqlite.org/rescode.html). */
	private static final int PRIMARY = 0xff;

	private SafeConnection() {
	}

	static Connection readOnly(Path file) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("open_mode", "1");
		return connect(file, properties);
	}

	/**
	 * The settings are not asserted yet: {@link #assertSafe}. Another process that makes or folds the log at this moment is waited
	 * for here, since SQLite does not wait while it changes the kind of journal.
	 */
	static Connection writable(Path file) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("journal_mode", "WAL");
		properties.setProperty("synchronous", "FULL");
		properties.setProperty("foreign_keys", "true");
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
		while (true) {
			try {
				Connection connection = connect(file, properties);
				pragma(connection, "wal_autocheckpoint=" + CHECKPOINT_PAGES);
				return connection;
			} catch (SQLiteException e) {
				if ((e.getResultCode().code & PRIMARY) != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() >= end) {
					throw e;
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS));
			}
		}
	}

	private static Connection connect(Path file, Properties properties) throws SQLException {
		properties.setProperty("busy_timeout", Integer.toString(BUSY_MILLIS));
		return new KeptStatements(JDBC.PREFIX + file.toAbsolutePath(), properties);
	}

	static void assertSafe(Connection connection, Path file, StorageProblems problems) throws SQLException, ProblemException {
		for (Map.Entry<String, String> setting : SAFE.entrySet()) {
			String value = pragma(connection, setting.getKey());
			if (!setting.getValue().equalsIgnoreCase(value)) {
				throw problems.unsafe(file, setting.getKey(), value);
			}
		}
	}

	/** Compiled once, as all statements of such a connection. */
	static void execute(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.execute();
		}
	}

	private static String pragma(Connection connection, String name) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery("PRAGMA " + name)) {
			return result.next() ? result.getString(1) : "";
		}
	}
}
