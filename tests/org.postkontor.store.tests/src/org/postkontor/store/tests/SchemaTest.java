package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.store.PrivateFiles;
import org.postkontor.store.Schema;

class SchemaTest {
	private final PrivateFiles files = new PrivateFiles();

	@TempDir
	Path folder;

	@Test
	void keepsABackupBeforeItMigrates() throws Exception {
		Path file = folder.resolve("test.db");
		List<String> first = List.of("CREATE TABLE a(x)", "INSERT INTO a VALUES('old')");
		List<String> second = List.of("UPDATE a SET x='new'");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
			new Schema(List.of(first)).bringUpToDate(connection, file, files);
			new Schema(List.of(first, second)).bringUpToDate(connection, file, files);
			assertEquals(2, Schema.version(connection));
		}
		assertEquals("new", value(file));
		assertEquals("old", value(folder.resolve("test.db.v1.backup")));
	}

	@Test
	void changesNothingWhenAMigrationFails() throws Exception {
		Path file = folder.resolve("test.db");
		List<String> first = List.of("CREATE TABLE a(x)", "INSERT INTO a VALUES('old')");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
			new Schema(List.of(first)).bringUpToDate(connection, file, files);
			assertThrows(java.sql.SQLException.class,
					() -> new Schema(List.of(first, List.of("UPDATE a SET x='new'", "nonsense"))).bringUpToDate(connection, file, files));
		}
		assertEquals("old", value(file));
	}

	private static String value(Path file) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
				var statement = connection.createStatement();
				var row = statement.executeQuery("SELECT x FROM a")) {
			return row.getString(1);
		}
	}
}
