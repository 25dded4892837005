package org.postkontor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder that goes with its user. */
record TemporaryFolder(Path path) implements AutoCloseable {

	/** Below the checkout, so that the disk is the one a user has, not a memory file system. */
	static TemporaryFolder in(Options options) throws IOException {
		return new TemporaryFolder(Files.createTempDirectory(Files.createDirectories(options.root().resolve(".build")), "bench-"));
	}

	@Override
	public void close() throws IOException {
		List<Path> bottomUp;
		try (var files = Files.walk(path)) {
			bottomUp = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path file : bottomUp) {
			Files.deleteIfExists(file);
		}
	}
}
