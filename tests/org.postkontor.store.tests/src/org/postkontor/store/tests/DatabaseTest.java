package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.Database;
import org.postkontor.store.PrivateFiles;
import org.postkontor.store.Schema;
import org.postkontor.store.StorageProblems;

class DatabaseTest {
	private static final Schema TABLES = new Schema(List.of(List.of("CREATE TABLE a(x)")));

	@TempDir
	Path folder;
	private Path file;

	@BeforeEach
	void name() {
		file = folder.resolve("letters.db");
	}

	@Test
	void forcesWhatItCommits() throws Exception {
		try (Database database = open(CrashPoint.NONE)) {
			assertEquals("wal", database.read(c -> value(c, "PRAGMA journal_mode")));
			assertEquals("2", database.read(c -> value(c, "PRAGMA synchronous")));
			assertEquals("1", database.read(c -> value(c, "PRAGMA foreign_keys")));
		}
	}

	@Test
	void keepsWhatWasWritten() throws Exception {
		try (Database database = open(CrashPoint.NONE)) {
			insert(database);
		}
		try (Database database = open(CrashPoint.NONE)) {
			assertEquals("1", count(database));
		}
	}

	@Test
	void changesNothingWhenTheDiskFailsBeforeTheCommit() throws Exception {
		try (Database database = open(label -> {
			throw new IOException(label);
		})) {
			ProblemException failed = assertThrows(ProblemException.class, () -> insert(database));
			assertEquals("letters.storage", failed.problem().id());
			assertEquals("insert", failed.getCause().getMessage());
			assertEquals("0", count(database));
		}
	}

	@Test
	void onlyReadsANewerFormat() throws Exception {
		open(CrashPoint.NONE).close();
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = connection.createStatement()) {
			statement.execute("PRAGMA user_version=9");
		}
		try (Database database = open(CrashPoint.NONE)) {
			assertEquals("0", count(database));
			ProblemException refused = assertThrows(ProblemException.class, () -> insert(database));
			assertEquals("letters.newer", refused.problem().id());
			assertEquals("9", refused.problem().values().get("version"));
			assertThrows(ProblemException.class, database::requireWritable);
		}
	}

	@Test
	void leavesAFileAloneThatIsNoDatabase() throws Exception {
		Files.writeString(file, "somebody's text ".repeat(100));
		byte[] before = Files.readAllBytes(file);
		assertEquals("letters.database", assertThrows(ProblemException.class, () -> open(CrashPoint.NONE)).problem().id());
		assertArrayEquals(before, Files.readAllBytes(file));
	}

	private Database open(CrashPoint crash) throws ProblemException {
		return Database.open(file, TABLES, new PrivateFiles(), new StorageProblems("letters"), crash);
	}

	private static void insert(Database database) throws ProblemException {
		database.write("insert", c -> {
			try (var statement = c.createStatement()) {
				return statement.executeUpdate("INSERT INTO a VALUES(1)");
			}
		});
	}

	private static String count(Database database) throws ProblemException {
		return database.read(c -> value(c, "SELECT count(*) FROM a"));
	}

	private static String value(Connection connection, String sql) throws java.sql.SQLException {
		try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
			return row.getString(1);
		}
	}
}
