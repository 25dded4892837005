package org.postkontor.arch.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources these tests judge, found by walking up from the working directory. */
record Checkout(Path root) {

	static Checkout find() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.isDirectory(folder.resolve("bundles")) && Files.isDirectory(folder.resolve("releng"))) {
				return new Checkout(folder);
			}
		}
		throw new IllegalStateException("No checkout above " + Path.of("").toAbsolutePath());
	}

	/** The bundles of the product, and the examples, which third parties copy: the same rules hold for both. */
	List<Bundle> bundles() {
		return Stream.of("bundles", "examples").flatMap(f -> list(root.resolve(f)).stream()).filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")))
				.map(Bundle::new).toList();
	}

	static List<Path> list(Path folder) {
		try (var files = Files.list(folder)) {
			return files.sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (var files = Files.walk(folder)) {
			return files.filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
