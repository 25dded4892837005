package org.postkontor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

import org.postkontor.problem.ProblemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A guarded connection to a SQLite file, and others for what takes long to read. Committed means forced: WAL with
 * {@code synchronous=FULL}, asserted when opening. A file of a newer format is opened for reading only. Thread-safe: one piece
 * of work at a time but for {@link #look}; another process is waited for up to 15 seconds.
 */
public final class Database implements AutoCloseable {
	private final Path file;
	private final Connection connection;
	private final Schema schema;
	private final StorageProblems problems;
	private final CrashPoint crash;
	private final ReentrantLock lock = new ReentrantLock();
	private final Onlookers onlookers;
	private final int newerVersion;

	private Database(Path file, Connection connection, int newerVersion, Schema schema, StorageProblems problems, CrashPoint crash) {
		this.file = file;
		this.connection = connection;
		this.newerVersion = newerVersion;
		this.schema = schema;
		this.problems = problems;
		this.crash = crash;
		this.onlookers = new Onlookers(file);
	}

	/** What runs on a connection. It neither keeps nor closes it. */
	public interface Work<T> {
		T run(Connection connection) throws SQLException, IOException;
	}

	/**
	 * Opens the file and brings its tables up to date; makes it if it is missing.
	 *
	 * @throws ProblemException kind STORAGE; the file of somebody else stays as it is
	 */
	public static Database open(Path file, Schema schema, PrivateFiles files, StorageProblems problems, CrashPoint crash) throws ProblemException {
		try {
			if (Files.notExists(file)) {
				files.openOrCreate(file).close();
			}
			int version = versionOf(file);
			if (version > schema.version()) {
				return new Database(file, SafeConnection.readOnly(file), version, schema, problems, crash);
			}
			Connection connection = SafeConnection.writable(file);
			try {
				SafeConnection.assertSafe(connection, file, problems);
				schema.bringUpToDate(connection, file, files);
			} catch (SQLException | IOException | ProblemException e) {
				connection.close();
				throw e;
			}
			return new Database(file, connection, 0, schema, problems, crash);
		} catch (SQLException | IOException e) {
			throw problem(problems, file, e);
		}
	}

	private static int versionOf(Path file) throws SQLException, IOException {
		if (Files.size(file) == 0) {
			return 0;
		}
		try (Connection connection = SafeConnection.readOnly(file)) {
			return Schema.version(connection);
		}
	}

	/** @throws ProblemException {@link StorageProblems#newer} if a newer format cannot be read this way */
	public <T> T read(Work<T> work) throws ProblemException {
		lock.lock();
		try {
			return work.run(connection);
		} catch (SQLException | IOException e) {
			throw newerVersion > 0 ? newer() : problem(problems, file, e);
		} finally {
			lock.unlock();
		}
	}

	/**
	 * For what may take long: neither waits for what is read and written meanwhile nor keeps it waiting, and all that it reads is
	 * of one moment, with everything that was committed before the call.
	 *
	 * @throws ProblemException {@link StorageProblems#newer} if a newer format cannot be read this way
	 */
	public <T> T look(Work<T> work) throws ProblemException {
		try {
			return onlookers.look(work);
		} catch (SQLException | IOException e) {
			throw newerVersion > 0 ? newer() : problem(problems, file, e);
		}
	}

	/**
	 * Runs in one transaction, which is on disk when this returns. When it throws, nothing was changed.
	 *
	 * @param label name of the crash point just before the commit
	 */
	public <T> T write(String label, Work<T> work) throws ProblemException {
		requireWritable();
		lock.lock();
		try {
			SafeConnection.execute(connection, "BEGIN IMMEDIATE");
			try {
				T result = work.run(connection);
				crash.hit(label);
				SafeConnection.execute(connection, "COMMIT");
				return result;
			} catch (SQLException | IOException | RuntimeException e) {
				rollback(e);
				throw e;
			}
		} catch (SQLException | IOException e) {
			throw problem(problems, file, e);
		} finally {
			lock.unlock();
		}
	}

	/** @throws ProblemException {@link StorageProblems#newer} */
	public void requireWritable() throws ProblemException {
		if (newerVersion > 0) {
			throw newer();
		}
	}

	private ProblemException newer() {
		return problems.newer(file, newerVersion, schema.version());
	}

	private void rollback(Exception reason) {
		try {
			SafeConnection.execute(connection, "ROLLBACK");
		} catch (SQLException alreadyRolledBack) {
			reason.addSuppressed(alreadyRolledBack);
		}
	}

	private static ProblemException problem(StorageProblems problems, Path file, Exception e) {
		SQLiteErrorCode code = e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_OK;
		return switch (code) {
		case SQLITE_FULL -> problems.full(file, e);
		case SQLITE_NOTADB, SQLITE_CORRUPT -> problems.database(file, e);
		default -> problems.storage(file, e);
		};
	}

	@Override
	public void close() throws ProblemException {
		lock.lock();
		try {
			// Last the one that writes: it folds the log into the file.
			onlookers.close();
			connection.close();
		} catch (SQLException e) {
			throw problem(problems, file, e);
		} finally {
			lock.unlock();
		}
	}
}
