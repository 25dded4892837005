package org.postkontor.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import org.eclipse.jdt.annotation.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that compiles each statement once: closing one only makes it ready for its next use. For an outbox, whose few
 * statements run for each mail, compiling took a fifth of the processor's time. Used by one thread at a time.
 */
final class KeptStatements extends JDBC4Connection {
	private static final int MOST = 64;

	private final Map<String, Kept> statements = new LinkedHashMap<>(MOST, 0.75f, true);

	KeptStatements(String url, Properties properties) throws SQLException {
		super(url, url.substring(JDBC.PREFIX.length()), properties);
	}

	@Override
	public PreparedStatement prepareStatement(@Nullable String text, int type, int concurrency, int holdability) throws SQLException {
		checkCursor(type, concurrency, holdability);
		String sql = Objects.requireNonNull(text);
		Kept kept = statements.get(sql);
		// The driver throws a statement away that failed.
		if (kept == null || kept.pointer.isClosed()) {
			makeRoom();
			kept = new Kept(this, sql);
			statements.put(sql, kept);
		} else if (kept.lent) {
			return new JDBC4PreparedStatement(this, sql);
		}
		kept.lent = true;
		return kept;
	}

	private void makeRoom() throws SQLException {
		for (var oldest = statements.values().iterator(); statements.size() >= MOST && oldest.hasNext();) {
			Kept kept = oldest.next();
			if (!kept.lent) {
				oldest.remove();
				kept.discard();
			}
		}
	}

	/** Compiled until the connection is closed or others are needed more. */
	private static final class Kept extends JDBC4PreparedStatement {
		private boolean lent;

		Kept(SQLiteConnection connection, String sql) throws SQLException {
			super(connection, sql);
		}

		@Override
		public void close() throws SQLException {
			lent = false;
			if (!pointer.isClosed()) {
				rs.close();
				clearParameters();
			}
		}

		void discard() throws SQLException {
			super.close();
		}
	}
}
