package org.postkontor.product.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the build leaves its results, seen from this module. */
final class Made {
	static final Path ROOT = root();
	private static final Path PRODUCTS = ROOT.resolve("releng/org.postkontor.product/target/products");

	private Made() {
	}

	/** The product for Linux, the one that can run here. */
	static Path linuxProduct() {
		return PRODUCTS.resolve("org.postkontor.product/linux/gtk/x86_64/postkontor");
	}

	/** The foreign product with our features installed into it. */
	static Path bareProduct() {
		return ROOT.resolve("tests/org.postkontor.bare.product/target/products/org.postkontor.bare.product/linux/gtk/x86_64");
	}

	/** The three archives, as (operating system, entries). */
	static List<Archive> archives() throws IOException {
		try (var files = Files.list(PRODUCTS)) {
			return files.filter(Files::isRegularFile).sorted().map(Archive::new).toList();
		}
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static Path root() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.isDirectory(folder.resolve("bundles")) && Files.isDirectory(folder.resolve("releng"))) {
				return folder;
			}
		}
		throw new IllegalStateException("No checkout above " + Path.of("").toAbsolutePath());
	}
}
