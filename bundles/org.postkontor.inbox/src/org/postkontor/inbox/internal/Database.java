package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

import org.postkontor.problem.ProblemException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One guarded connection to the SQLite file. Committed means forced: WAL with {@code synchronous=FULL}, asserted when
 * opening. A file of a newer format is opened for reading only.
 */
final class Database implements AutoCloseable {
	private static final Map<String, String> SAFE = Map.of("journal_mode", "wal", "synchronous", "2", "foreign_keys", "1");

	private final Path file;
	private final Connection connection;
	private final ReentrantLock lock = new ReentrantLock();
	private final int newerVersion;

	private Database(Path file, Connection connection, int newerVersion) {
		this.file = file;
		this.connection = connection;
		this.newerVersion = newerVersion;
	}

	/** What runs on the connection. */
	interface Work<T> {
		T run(Connection connection) throws SQLException, IOException;
	}

	static Database open(Path file, PrivateFiles files) throws ProblemException {
		try {
			if (Files.notExists(file)) {
				files.openOrCreate(file).close();
			}
			int version = versionOf(file);
			if (version > InboxSchema.VERSION) {
				return new Database(file, connect(file, true), version);
			}
			Connection connection = connect(file, false);
			Database database = new Database(file, connection, 0);
			try {
				database.assertSafe();
				new InboxSchema(file, files).bringUpToDate(connection);
			} catch (SQLException | IOException | ProblemException e) {
				connection.close();
				throw e;
			}
			return database;
		} catch (SQLException | IOException e) {
			throw problem(file, e);
		}
	}

	private static int versionOf(Path file) throws SQLException, IOException {
		if (Files.size(file) == 0) {
			return 0;
		}
		try (Connection connection = connect(file, true)) {
			return InboxSchema.version(connection);
		}
	}

	private static Connection connect(Path file, boolean readOnly) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("busy_timeout", "15000");
		if (readOnly) {
			properties.setProperty("open_mode", "1");
		} else {
			properties.setProperty("journal_mode", "WAL");
			properties.setProperty("synchronous", "FULL");
			properties.setProperty("foreign_keys", "true");
		}
		return new JDBC().connect(JDBC.PREFIX + file.toAbsolutePath(), properties);
	}

	private void assertSafe() throws SQLException, ProblemException {
		for (Map.Entry<String, String> setting : SAFE.entrySet()) {
			String value = pragma(setting.getKey());
			if (!setting.getValue().equalsIgnoreCase(value)) {
				throw InboxProblems.unsafe(file, setting.getKey(), value);
			}
		}
	}

	private String pragma(String name) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery("PRAGMA " + name)) {
			return result.next() ? result.getString(1) : "";
		}
	}

	<T> T read(Work<T> work) throws ProblemException {
		lock.lock();
		try {
			return work.run(connection);
		} catch (SQLException | IOException e) {
			throw newerVersion > 0 ? newer() : problem(file, e);
		} finally {
			lock.unlock();
		}
	}

	/** Runs in one transaction, which is on disk when this returns. When it throws, nothing was changed. */
	<T> T write(Work<T> work) throws ProblemException {
		if (newerVersion > 0) {
			throw newer();
		}
		lock.lock();
		try {
			execute("BEGIN IMMEDIATE");
			try {
				T result = work.run(connection);
				execute("COMMIT");
				return result;
			} catch (SQLException | IOException | RuntimeException e) {
				rollback(e);
				throw e;
			}
		} catch (SQLException | IOException e) {
			throw problem(file, e);
		} finally {
			lock.unlock();
		}
	}

	void requireWritable() throws ProblemException {
		if (newerVersion > 0) {
			throw newer();
		}
	}

	private ProblemException newer() {
		return InboxProblems.newer(file, newerVersion, InboxSchema.VERSION);
	}

	private void rollback(Exception reason) {
		try {
			execute("ROLLBACK");
		} catch (SQLException alreadyRolledBack) {
			reason.addSuppressed(alreadyRolledBack);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static ProblemException problem(Path file, Exception e) {
		SQLiteErrorCode code = e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_OK;
		return switch (code) {
		case SQLITE_FULL -> InboxProblems.full(file, e);
		case SQLITE_NOTADB, SQLITE_CORRUPT -> InboxProblems.database(file, e);
		default -> InboxProblems.storage(file, e);
		};
	}

	@Override
	public void close() throws ProblemException {
		lock.lock();
		try {
			connection.close();
		} catch (SQLException e) {
			throw problem(file, e);
		} finally {
			lock.unlock();
		}
	}
}
