package org.postkontor.store;

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

/**
 * Tables by format version (SQLite's {@code user_version}). Immutable.
 *
 * @param steps SQL statements; step n leads from version n to version n + 1. Steps only ever get added.
 */
public record Schema(List<List<String>> steps) {

	public Schema {
		steps = steps.stream().map(List::copyOf).toList();
	}

	/** The version that this release writes. */
	public int version() {
		return steps.size();
	}

	/** The version of an open file; 0 for an empty one. */
	public static int version(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery("PRAGMA user_version")) {
			return result.next() ? result.getInt(1) : 0;
		}
	}

	/**
	 * All missing steps in one transaction. Keeps the old file as {@code <file>.v<n>.backup} before it changes anything.
	 *
	 * @param file that {@code connection} has opened for writing
	 */
	public void bringUpToDate(Connection connection, Path file, PrivateFiles files) throws SQLException, IOException {
		int found = version(connection);
		if (found > 0 && found < steps.size()) {
			backup(connection, found, file, files);
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

	private static void backup(Connection connection, int version, Path file, PrivateFiles files) throws SQLException, IOException {
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
