package org.postkontor.cli.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the project's files from wherever tests run. */
final class Sources {
	private Sources() {
	}

	/** A path below the top of the checkout. */
	static Path find(String path) {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.isDirectory(folder.resolve("bundles/org.postkontor.cli"))) {
				return folder.resolve(path);
			}
		}
		throw new AssertionError("not inside a checkout: " + Path.of("").toAbsolutePath());
	}

	/** All Java sources of the command line. */
	static String ofCommandLine() throws IOException {
		try (var files = Files.walk(find("bundles/org.postkontor.cli/src"))) {
			StringBuilder all = new StringBuilder();
			for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
				all.append(Files.readString(file));
			}
			return Optional.of(all.toString()).filter(s -> !s.isEmpty()).orElseThrow();
		}
	}
}
