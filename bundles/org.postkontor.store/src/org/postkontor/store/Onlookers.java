package org.postkontor.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Connections that only read, opened when they are needed; a few are kept. In a write-ahead log readers and the writer do not
 * wait for each other (sqlite.org/wal.html); what is read must only end some time, since the log cannot begin anew before.
 * Thread-safe.
 */
final class Onlookers implements AutoCloseable {
	/** As many as often look at the same time; opening one takes longer than most looks. */
	private static final int KEPT = 4;

	private final Path file;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition ended = lock.newCondition();
	private final Deque<Connection> idle = new ArrayDeque<>();
	private int looking;
	private boolean closed;

	Onlookers(Path file) {
		this.file = file;
	}

	/** All that the work reads is of one moment. */
	<T> T look(Database.Work<T> work) throws SQLException, IOException {
		Connection connection = take();
		boolean sound = false;
		try {
			SafeConnection.execute(connection, "BEGIN");
			T result = work.run(connection);
			SafeConnection.execute(connection, "ROLLBACK");
			sound = true;
			return result;
		} finally {
			giveBack(connection, sound);
		}
	}

	private Connection take() throws SQLException {
		lock.lock();
		try {
			if (closed) {
				throw new SQLException("closed");
			}
			@Nullable
			Connection kept = idle.poll();
			Connection taken = kept == null ? SafeConnection.readOnly(file) : kept;
			looking++;
			return taken;
		} finally {
			lock.unlock();
		}
	}

	private void giveBack(Connection connection, boolean sound) throws SQLException {
		lock.lock();
		try {
			if (sound && idle.size() < KEPT) {
				idle.push(connection);
			} else {
				connection.close();
			}
		} finally {
			looking--;
			ended.signalAll();
			lock.unlock();
		}
	}

	/** Waits for what is being read. */
	@Override
	public void close() throws SQLException {
		lock.lock();
		try {
			closed = true;
			while (looking > 0) {
				ended.awaitUninterruptibly();
			}
			for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
				kept.close();
			}
		} finally {
			lock.unlock();
		}
	}
}
