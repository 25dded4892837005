package org.postkontor.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.sqlite.JDBC;

/**
 * What lies on the disk right after a kill. Looks at a copy, since opening a SQLite file is already the beginning of its
 * recovery, which is the product's.
 *
 * @param rows  all mails
 * @param files names in the spool
 */
record Autopsy(List<Row> rows, Set<String> files) {
	/** Of a home that nobody has used. */
	static final Autopsy NONE = new Autopsy(List.of(), Set.of());

	/** A mail in the table. */
	record Row(String id, String state, String messageId) {
	}

	/** @param copy a folder for the copy of the table */
	static Autopsy of(Path home, Path copy) throws IOException, SQLException {
		Path outbox = home.resolve("outbox");
		Files.createDirectories(copy);
		for (String name : List.of("outbox.db", "outbox.db-wal")) {
			Files.deleteIfExists(copy.resolve(name));
			if (Files.exists(outbox.resolve(name))) {
				Files.copy(outbox.resolve(name), copy.resolve(name));
			}
		}
		Files.deleteIfExists(copy.resolve("outbox.db-shm"));
		return new Autopsy(rows(copy.resolve("outbox.db")), names(outbox.resolve("spool")));
	}

	private static List<Row> rows(Path database) throws IOException, SQLException {
		List<Row> rows = new ArrayList<>();
		if (Files.notExists(database)) {
			return rows;
		}
		try (Connection connection = new JDBC().connect(JDBC.PREFIX + database, new java.util.Properties()); Statement statement = connection.createStatement()) {
			try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
				if (version.getInt(1) == 0) {
					return rows;
				}
			}
			try (ResultSet row = statement.executeQuery("SELECT id, state, message_id FROM mail ORDER BY seq")) {
				while (row.next()) {
					rows.add(new Row(row.getString(1), row.getString(2), row.getString(3)));
				}
			}
		}
		return rows;
	}

	private static Set<String> names(Path spool) throws IOException {
		if (!Files.isDirectory(spool)) {
			return Set.of();
		}
		try (Stream<Path> files = Files.list(spool)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
		}
	}

	/**
	 * Mails that stand where the life before has left them do not count again.
	 *
	 * @param before   after the kill before this one
	 * @param answered knows the Message-IDs whose 250 was sent before the kill
	 */
	Standing standing(Autopsy before, boolean ready, Predicate<String> answered) {
		List<Row> moved = rows.stream().filter(row -> !before.rows.contains(row)).toList();
		if (moved.stream().anyMatch(row -> row.state().equals("BOUNDARY") && answered.test(row.messageId()))) {
			return Standing.ANSWERED;
		}
		for (Standing state : List.of(Standing.BOUNDARY, Standing.SENDING, Standing.SENT)) {
			if (moved.stream().anyMatch(row -> row.state().equals(state.name()))) {
				return state;
			}
		}
		if (!ready) {
			return Standing.STARTING;
		}
		if (files.stream().anyMatch(name -> name.endsWith(".tmp"))) {
			return Standing.COMPOSING;
		}
		Set<String> known = ids();
		if (files.stream().anyMatch(name -> name.endsWith(".eml") && !known.contains(name.substring(0, name.length() - 4)))) {
			return Standing.SPOOLED;
		}
		return rows.stream().anyMatch(row -> row.state().equals(Standing.QUEUED.name())) ? Standing.QUEUED : Standing.IDLE;
	}

	/** Mails between attempt and answer, but for those that the life before has left there. */
	int onTheirWay(Autopsy before) {
		return (int) rows.stream().filter(row -> !before.rows.contains(row))
				.filter(row -> row.state().equals("SENDING") || row.state().equals("BOUNDARY")).count();
	}

	Set<String> ids() {
		return rows.stream().map(Row::id).collect(Collectors.toCollection(HashSet::new));
	}

	/** Mails whose answer nobody can know any more. */
	Set<String> atBoundary() {
		return rows.stream().filter(row -> row.state().equals("BOUNDARY")).map(Row::id).collect(Collectors.toSet());
	}

	/** Accepted mails without row or bytes. */
	List<String> missing(List<String> accepted) {
		Set<String> known = ids();
		return accepted.stream().filter(id -> !known.contains(id) || !files.contains(id + ".eml")).toList();
	}
}
