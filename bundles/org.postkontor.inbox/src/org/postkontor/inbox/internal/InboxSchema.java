package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, by format version ({@code user_version}). Steps only ever get added. */
public final class InboxSchema {
	/** Step n leads from version n to version n + 1. {@code stale}: the server has renumbered, the uid means nothing any more. */
	private static final List<List<String>> STEPS = List.of(List.of("""
			CREATE TABLE mail(
			 id INTEGER PRIMARY KEY AUTOINCREMENT,
			 account TEXT NOT NULL,
			 uid TEXT NOT NULL,
			 stale INTEGER NOT NULL DEFAULT 0,
			 message_id TEXT NOT NULL,
			 sender TEXT NOT NULL,
			 recipient TEXT NOT NULL,
			 subject TEXT NOT NULL,
			 dated INTEGER,
			 received INTEGER NOT NULL,
			 size INTEGER NOT NULL,
			 sha256 TEXT NOT NULL,
			 file TEXT NOT NULL)""", "CREATE INDEX mail_uid ON mail(account, uid)", "CREATE INDEX mail_digest ON mail(account, sha256)", """
			CREATE TABLE marker(
			 account TEXT PRIMARY KEY,
			 value TEXT NOT NULL)"""));
	public static final int VERSION = STEPS.size();

	private final Path file;
	private final PrivateFiles files;
	private final List<List<String>> steps;

	public InboxSchema(Path file, PrivateFiles files) {
		this(file, files, STEPS);
	}

	/** For tests of migration. */
	public InboxSchema(Path file, PrivateFiles files, List<List<String>> steps) {
		this.file = file;
		this.files = files;
		this.steps = steps;
	}

	public static int version(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery("PRAGMA user_version")) {
			return result.next() ? result.getInt(1) : 0;
		}
	}

	/** Keeps the old file as {@code inbox.db.v<n>.backup} before it changes anything. */
	public void bringUpToDate(Connection connection) throws SQLException, IOException {
		int found = version(connection);
		if (found > 0 && found < steps.size()) {
			backup(connection, found);
		}
		if (found < steps.size()) {
			try (Statement statement = connection.createStatement()) {
				statement.execute("BEGIN IMMEDIATE");
				// Another process may have been faster.
				for (int step = version(connection); step < steps.size(); step++) {
					for (String sql : steps.get(step)) {
						statement.execute(sql);
					}
				}
				statement.execute("PRAGMA user_version=" + steps.size());
				statement.execute("COMMIT");
			}
		}
	}

	private void backup(Connection connection, int version) throws SQLException, IOException {
		Path backup = file.resolveSibling(file.getFileName() + ".v" + version + ".backup");
		if (Files.exists(backup)) {
			return;
		}
		Path partial = file.resolveSibling(file.getFileName() + ".v" + version + ".partial");
		Files.deleteIfExists(partial);
		files.create(partial).close();
		try (Statement statement = connection.createStatement()) {
			statement.execute("VACUUM INTO '" + partial.toString().replace("'", "''") + "'");
		}
		try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
			files.force(channel);
		}
		files.move(partial, backup);
	}
}
