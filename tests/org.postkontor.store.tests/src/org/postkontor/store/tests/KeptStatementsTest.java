package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.Database;
import org.postkontor.store.PrivateFiles;
import org.postkontor.store.Schema;
import org.postkontor.store.StorageProblems;

/** Statements that a connection compiles once. */
class KeptStatementsTest {
	private static final Schema TABLES = new Schema(List.of(List.of("CREATE TABLE a(x)")));

	@TempDir
	Path folder;

	@Test
	void compilesAStatementOnceAndForgetsItsParameters() throws Exception {
		try (Database database = open()) {
			database.write("insert", c -> {
				PreparedStatement first;
				try (PreparedStatement statement = c.prepareStatement("INSERT INTO a VALUES(?)")) {
					first = statement;
					statement.setString(1, "letter");
					statement.executeUpdate();
				}
				try (PreparedStatement again = c.prepareStatement("INSERT INTO a VALUES(?)")) {
					assertSame(first, again);
					return again.executeUpdate();
				}
			});
			assertEquals("1", database.read(c -> value(c, "SELECT count(*) FROM a WHERE x IS NULL")));
		}
	}

	@Test
	void givesAStatementThatIsInUseToNobodyElse() throws Exception {
		try (Database database = open()) {
			update(database, "INSERT INTO a VALUES(1), (2)");
			assertEquals(4, database.<Integer>read(c -> {
				int pairs = 0;
				try (PreparedStatement outer = c.prepareStatement("SELECT x FROM a"); ResultSet row = outer.executeQuery()) {
					while (row.next()) {
						try (PreparedStatement inner = c.prepareStatement("SELECT x FROM a"); ResultSet other = inner.executeQuery()) {
							while (other.next()) {
								pairs++;
							}
						}
					}
				}
				return pairs;
			}));
		}
	}

	@Test
	void compilesAStatementAnewThatFailed() throws Exception {
		try (Database database = open()) {
			database.read(c -> value(c, "PRAGMA max_page_count=2"));
			String large = "INSERT INTO a VALUES(zeroblob(100000))";
			assertEquals("letters.disk-full", assertThrows(ProblemException.class, () -> update(database, large)).problem().id());
			database.read(c -> value(c, "PRAGMA max_page_count=1000"));
			assertEquals(1, update(database, large));
		}
	}

	private static int update(Database database, String sql) throws ProblemException {
		return database.<Integer>write("update", c -> {
			try (PreparedStatement statement = c.prepareStatement(sql)) {
				return statement.executeUpdate();
			}
		});
	}

	@Test
	void keepsOnlySoManyStatements() throws Exception {
		try (Database database = open()) {
			assertNotSame(statement(database, "SELECT 0"), database.read(c -> {
				for (int i = 1; i <= 100; i++) {
					try (PreparedStatement other = c.prepareStatement("SELECT " + i); ResultSet row = other.executeQuery()) {
						assertEquals(i, row.getInt(1));
					}
				}
				try (PreparedStatement again = c.prepareStatement("SELECT 0")) {
					return again;
				}
			}));
		}
	}

	private static PreparedStatement statement(Database database, String sql) throws ProblemException {
		return database.read(c -> {
			try (PreparedStatement statement = c.prepareStatement(sql)) {
				return statement;
			}
		});
	}

	private Database open() throws ProblemException {
		return Database.open(folder.resolve("letters.db"), TABLES, new PrivateFiles(), new StorageProblems("letters"), CrashPoint.NONE);
	}

	private static String value(Connection connection, String sql) throws java.sql.SQLException {
		try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
			return row.getString(1);
		}
	}
}
