package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes a full outbox of one with a few mails within seconds: copies of the rows, and other names for the same files.
 * Submitting so many would take minutes.
 */
final class FullQueue {
	/** So many mails have to be there: a file of ext4 has 65,000 names at most. */
	static final int FILES = 10;
	private static final String DIGITS = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<%d) SELECT i FROM n)";

	private FullQueue() {
	}

	/** @param entries in the end; a multiple of {@link #FILES} */
	static void of(Path home, int entries) throws SQLException, IOException {
		Path folder = home.resolve("outbox");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db")); Statement statement = connection.createStatement()) {
			List<String> originals = ids(statement);
			if (originals.size() != FILES) {
				throw new IllegalStateException(originals.size() + " mails instead of " + FILES);
			}
			statement.execute("BEGIN");
			for (int i = 0; i < FILES; i++) {
				multiply(statement, originals.get(i), i, entries / FILES - 1);
			}
			statement.execute("COMMIT");
			link(folder.resolve("spool"), ids(statement), originals);
		}
	}

	private static void multiply(Statement statement, String id, int which, int times) throws SQLException {
		String copies = String.format(DIGITS, times);
		String mail = columns(statement, "mail");
		String log = columns(statement, "log");
		// Time, number within a millisecond, submitter: the number makes the difference.
		String copiedId = "substr('" + id + "', 1, 13) || printf('%06x', n.i * 16 + " + which + ") || substr('" + id + "', 20)";
		statement.execute("INSERT INTO mail(id, " + mail + ") SELECT " + copiedId + ", " + mail + " FROM mail, " + copies + " AS n WHERE id='" + id + "'");
		statement.execute("INSERT INTO log(mail, " + log + ") SELECT " + copiedId + ", " + log + " FROM log, " + copies + " AS n WHERE mail='" + id + "'");
	}

	/** All but the keys. */
	private static String columns(Statement statement, String table) throws SQLException {
		List<String> columns = new ArrayList<>();
		try (ResultSet row = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
			while (row.next()) {
				columns.add(row.getString("name"));
			}
		}
		return columns.stream().filter(name -> !List.of("seq", "id", "mail").contains(name)).collect(Collectors.joining(", "));
	}

	private static List<String> ids(Statement statement) throws SQLException {
		List<String> ids = new ArrayList<>();
		try (ResultSet row = statement.executeQuery("SELECT id FROM mail ORDER BY seq")) {
			while (row.next()) {
				ids.add(row.getString(1));
			}
		}
		return ids;
	}

	private static void link(Path spool, List<String> ids, List<String> originals) throws IOException {
		for (int i = originals.size(); i < ids.size(); i++) {
			Files.createLink(spool.resolve(ids.get(i) + ".eml"), spool.resolve(originals.get(i % FILES) + ".eml"));
		}
	}
}
