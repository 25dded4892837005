package org.postkontor.outbox.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A SQLite file and its write-ahead log, to play what a crash leaves in the middle of a checkpoint
 * (sqlite.org/fileformat2.html, section 4).
 */
record FoldedLog(byte[] database, byte[] log) {
	private static final int HEADER = 32;
	private static final int FRAME_HEADER = 24;

	/** Nobody may write meanwhile. */
	static FoldedLog of(Path database) throws IOException {
		return new FoldedLog(Files.readAllBytes(database), Files.readAllBytes(database.resolveSibling(database.getFileName() + "-wal")));
	}

	/** A copy of both files in which some of the pages are folded already, one of them by half. */
	Path torn(Path folder, Random random) throws IOException {
		int pageSize = ByteBuffer.wrap(log).getInt(8);
		Map<Integer, Integer> latest = new TreeMap<>();
		int committed = 0;
		int pages = 0;
		for (int at = HEADER; at + FRAME_HEADER + pageSize <= log.length && sameSalt(at); at += FRAME_HEADER + pageSize) {
			if (ByteBuffer.wrap(log).getInt(at + 4) != 0) {
				committed = at;
				pages = ByteBuffer.wrap(log).getInt(at + 4);
			}
		}
		for (int at = HEADER; at <= committed; at += FRAME_HEADER + pageSize) {
			latest.put(ByteBuffer.wrap(log).getInt(at), at + FRAME_HEADER);
		}
		byte[] folded = Arrays.copyOf(database, Math.max(database.length, pages * pageSize));
		boolean tears = true;
		for (Map.Entry<Integer, Integer> page : latest.entrySet()) {
			if (random.nextBoolean()) {
				System.arraycopy(log, page.getValue(), folded, (page.getKey() - 1) * pageSize, tears ? pageSize / 2 : pageSize);
				tears = false;
			}
		}
		Files.createDirectories(folder);
		Files.write(folder.resolve("outbox.db-wal"), log);
		return Files.write(folder.resolve("outbox.db"), folded);
	}

	private boolean sameSalt(int frame) {
		return ByteBuffer.wrap(log).getLong(frame + 8) == ByteBuffer.wrap(log).getLong(16);
	}

	static List<String> column(Path database, String sql) throws SQLException {
		List<String> result = new ArrayList<>();
		try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database); var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				result.add(rows.getString(1));
			}
		}
		return result;
	}
}
