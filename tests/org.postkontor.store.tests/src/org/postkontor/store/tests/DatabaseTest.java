package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

	/** On one connection this would wait for itself. */
	@Test
	void aLookNeitherWaitsForAWriteNorKeepsItWaiting() throws Exception {
		try (Database database = open(CrashPoint.NONE)) {
			database.look(c -> elsewhere(() -> insert(database)));
			assertEquals("1", database.write("insert", c -> elsewhere(() -> database.look(DatabaseTest::rows))));
		}
	}

	@Test
	void aLookSeesOneMomentAndWhatWasCommittedBefore() throws Exception {
		try (Database database = open(CrashPoint.NONE)) {
			insert(database);
			List<String> seen = database.look(c -> List.of(rows(c), elsewhere(() -> {
				insert(database);
				return count(database);
			}), rows(c)));
			assertEquals(List.of("1", "2", "1"), seen);
			assertEquals("2", database.look(DatabaseTest::rows));
		}
	}

	@Test
	void aLookChangesNothing() throws Exception {
		try (Database database = open(CrashPoint.NONE)) {
			ProblemException refused = assertThrows(ProblemException.class, () -> database.look(c -> value(c, "INSERT INTO a VALUES(1) RETURNING x")));
			assertEquals("letters.storage", refused.problem().id());
			assertEquals("0", database.look(DatabaseTest::rows), "and the next look is not disturbed");
		}
	}

	@Test
	void looksAtANewerFormat() throws Exception {
		open(CrashPoint.NONE).close();
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = connection.createStatement()) {
			statement.execute("PRAGMA user_version=9");
		}
		byte[] before = Files.readAllBytes(file);
		try (Database database = open(CrashPoint.NONE)) {
			assertEquals("0", database.look(DatabaseTest::rows));
			assertEquals("letters.newer", assertThrows(ProblemException.class, () -> database.look(c -> value(c, "SELECT nothing FROM a"))).problem().id());
		}
		assertArrayEquals(before, Files.readAllBytes(file));
	}

	/** The log begins anew when nobody looks any more: it holds what was written during a look, not more. */
	@Test
	void theLogDoesNotGrowForEverAlthoughSomebodyLooksAgainAndAgain() throws Exception {
		Path log = folder.resolve("letters.db-wal");
		try (Database database = open(CrashPoint.NONE)) {
			fill(database, 1500);
			database.look(c -> List.of(rows(c), elsewhere(() -> {
				fill(database, 1500);
				return "";
			})));
			long size = Files.size(log);
			assertTrue(size > 1500 * 4096, "held back by the look");
			for (int i = 0; i < 10; i++) {
				fill(database, 1500);
				database.look(DatabaseTest::rows);
			}
			long folded = 4000 * 4120;
			long oneMore = 200 * 4096;
			assertTrue(Files.size(log) < Math.max(size, folded) + oneMore, size + " grew to " + Files.size(log));
		}
		assertFalse(Files.exists(log), "folded at the end");
	}

	@Test
	void severalCanLookAtTheSameTime() throws Exception {
		try (Database database = open(CrashPoint.NONE)) {
			assertEquals("0", database.look(c -> elsewhere(() -> database.look(d -> elsewhere(() -> database.look(DatabaseTest::rows))))));
			assertEquals("0", database.look(DatabaseTest::rows));
		}
	}

	@Test
	void isClosedWhenTheLastLookHasEnded() throws Exception {
		Database database = open(CrashPoint.NONE);
		CountDownLatch looking = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		CompletableFuture<String> look = CompletableFuture.supplyAsync(() -> {
			try {
				return database.look(c -> {
					looking.countDown();
					await(end);
					return rows(c);
				});
			} catch (ProblemException e) {
				throw new IllegalStateException(e);
			}
		});
		await(looking);
		Thread closing = Thread.ofPlatform().start(() -> assertDoesNotThrow(database::close));
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (closing.getState() != Thread.State.WAITING && System.nanoTime() < limit) {
			Thread.onSpinWait();
		}
		end.countDown();
		assertEquals("0", look.get(20, TimeUnit.SECONDS));
		closing.join();
		assertFalse(Files.exists(folder.resolve("letters.db-wal")));
	}

	/** SQLite does not wait while one makes a file and its log. */
	@Test
	void severalProgramsCanMakeTheSameFileAtTheSameTime() throws Exception {
		for (int round = 0; round < 40; round++) {
			file = folder.resolve(round + ".db");
			CyclicBarrier together = new CyclicBarrier(4);
			List<CompletableFuture<String>> programs = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
				try {
					together.await(20, TimeUnit.SECONDS);
					try (Database database = open(CrashPoint.NONE)) {
						return count(database);
					}
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			}, task -> Thread.ofPlatform().daemon().start(task))).limit(4).toList();
			for (CompletableFuture<String> program : programs) {
				assertEquals("0", program.get(40, TimeUnit.SECONDS));
			}
		}
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			assertTrue(latch.await(20, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Test
	void cannotBeLookedAtWhenItIsClosed() throws Exception {
		Database database = open(CrashPoint.NONE);
		database.look(DatabaseTest::rows);
		database.close();
		assertEquals("letters.storage", assertThrows(ProblemException.class, () -> database.look(DatabaseTest::rows)).problem().id());
		assertFalse(Files.exists(folder.resolve("letters.db-wal")));
		assertFalse(Files.exists(folder.resolve("letters.db-shm")));
	}

	/** Each row fills a page. */
	private static void fill(Database database, int rows) throws ProblemException {
		for (int from = 0; from < rows; from += 100) {
			database.write("fill", c -> value(c, "INSERT INTO a WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
					+ " SELECT zeroblob(3900) FROM n RETURNING 1"));
		}
	}

	/** In another thread, while this one is where it is. */
	private static <T> T elsewhere(Callable<T> task) throws IOException {
		try {
			return CompletableFuture.supplyAsync(() -> {
				try {
					return task.call();
				} catch (Exception e) {
					throw new IllegalStateException(e);
				}
			}).get(20, TimeUnit.SECONDS);
		} catch (Exception e) {
			throw new IOException(e);
		}
	}

	private Database open(CrashPoint crash) throws ProblemException {
		return Database.open(file, TABLES, new PrivateFiles(), new StorageProblems("letters"), crash);
	}

	private static int insert(Database database) throws ProblemException {
		return database.write("insert", c -> {
			try (var statement = c.createStatement()) {
				return statement.executeUpdate("INSERT INTO a VALUES(1)");
			}
		});
	}

	private static String count(Database database) throws ProblemException {
		return database.read(DatabaseTest::rows);
	}

	private static String rows(Connection connection) throws java.sql.SQLException {
		return value(connection, "SELECT count(*) FROM a");
	}

	private static String value(Connection connection, String sql) throws java.sql.SQLException {
		try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
			return row.getString(1);
		}
	}
}
