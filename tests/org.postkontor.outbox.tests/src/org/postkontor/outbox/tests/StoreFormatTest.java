package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.internal.NetworkHome;
import org.postkontor.outbox.internal.OutboxSchema;
import org.postkontor.outbox.internal.PrivateFiles;
import org.postkontor.outbox.internal.ProblemJson;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class StoreFormatTest {
	@TempDir
	Path folder;

	private Rig rig;

	@BeforeEach
	void open() {
		rig = new Rig(folder);
	}

	@AfterEach
	void close() {
		rig.close();
	}

	@Test
	void case24OnlyReadsANewerFormat() throws Exception {
		OutboxId id = rig.submit();
		rig.restart();
		rig.sql("PRAGMA user_version=99");
		byte[] before = Files.readAllBytes(folder.resolve("outbox/outbox.db"));
		assertEquals(id, rig.outbox().entries().get(0).id());
		for (org.junit.jupiter.api.function.Executable write : List.<org.junit.jupiter.api.function.Executable>of(rig::submit, () -> rig.outbox().hold(id),
				rig::drain)) {
			ProblemException refused = assertThrows(ProblemException.class, write);
			assertEquals("outbox.newer", refused.problem().id());
			assertEquals(ProblemKind.STORAGE, refused.problem().kind());
		}
		rig.restart();
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("outbox/outbox.db")));
		assertEquals(List.of(id + ".eml"), rig.spoolFiles());
		assertEquals(0, rig.sender.deliveries.size());
	}

	@Test
	void explainsANewerFormatThatCannotBeReadAtAll() throws Exception {
		rig.submit();
		rig.restart();
		rig.sql("ALTER TABLE mail RENAME TO letters");
		rig.sql("PRAGMA user_version=99");
		assertEquals("outbox.newer", assertThrows(ProblemException.class, () -> rig.outbox().entries()).problem().id());
	}

	@Test
	void keepsABackupBeforeItMigrates() throws Exception {
		Path file = folder.resolve("test.db");
		List<String> first = List.of("CREATE TABLE a(x)", "INSERT INTO a VALUES('old')");
		List<String> second = List.of("UPDATE a SET x='new'");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
			new OutboxSchema(file, new PrivateFiles(), List.of(first)).bringUpToDate(connection);
			new OutboxSchema(file, new PrivateFiles(), List.of(first, second)).bringUpToDate(connection);
			assertEquals(2, OutboxSchema.version(connection));
		}
		assertEquals("new", value(file));
		assertEquals("old", value(folder.resolve("test.db.v1.backup")));
	}

	@Test
	void changesNothingWhenAMigrationFails() throws Exception {
		Path file = folder.resolve("test.db");
		List<String> first = List.of("CREATE TABLE a(x)", "INSERT INTO a VALUES('old')");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
			new OutboxSchema(file, new PrivateFiles(), List.of(first)).bringUpToDate(connection);
			assertThrows(java.sql.SQLException.class,
					() -> new OutboxSchema(file, new PrivateFiles(), List.of(first, List.of("UPDATE a SET x='new'", "nonsense"))).bringUpToDate(connection));
		}
		assertEquals("old", value(file));
	}

	@Test
	void usesAWriteAheadLogThatIsForced() throws Exception {
		rig.submit();
		assertEquals(List.of("wal"), rig.sql("PRAGMA journal_mode"));
		assertTrue(Files.exists(folder.resolve("outbox/outbox.db-wal")));
	}

	@Test
	void leavesAFileAloneThatIsNoDatabase() throws Exception {
		Files.createDirectories(folder.resolve("outbox"));
		Files.writeString(folder.resolve("outbox/outbox.db"), "this is not a database, but somebody's text ".repeat(100));
		byte[] before = Files.readAllBytes(folder.resolve("outbox/outbox.db"));
		assertEquals("outbox.database", assertThrows(ProblemException.class, rig::submit).problem().id());
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("outbox/outbox.db")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nfs", "nfs4", "cifs", "smb3", "SMBFS", "fuse.sshfs", "fuse.gvfsd-fuse", "afpfs", "9p" })
	void refusesANetworkHome(String type) {
		ProblemException refused = assertThrows(ProblemException.class, () -> NetworkHome.refuse(folder, type));
		assertEquals("outbox.network-home", refused.problem().id());
		assertEquals(type, refused.problem().values().get("type"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ext4", "xfs", "btrfs", "zfs", "NTFS", "apfs", "hfs", "tmpfs", "overlay", "fuseblk", "ecryptfs" })
	void acceptsALocalHome(String type) throws Exception {
		NetworkHome.refuse(folder, type);
		assertFalse(type.isEmpty());
	}

	@Test
	void storesProblemsCompletely() {
		Problem problem = Problem.of("x.y", ProblemKind.QUOTA, Fixer.PROVIDER, Remedy.RETRY).with("a", "ä \" \n").detail("b", "c").detail("a", "z");
		assertEquals(problem, ProblemJson.read(ProblemJson.write(problem)).orElseThrow());
	}

	@Test
	void readsAProblemOfANewerRelease() {
		String json = ProblemJson.write(Problem.of("x.y", ProblemKind.QUOTA, Fixer.PROVIDER, Remedy.RETRY)).replace("QUOTA", "UNHEARD_OF");
		assertEquals(ProblemKind.INTERNAL, ProblemJson.read(json).orElseThrow().kind());
	}

	private static String value(Path file) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
				var statement = connection.createStatement();
				var row = statement.executeQuery("SELECT x FROM a")) {
			return row.getString(1);
		}
	}
}
