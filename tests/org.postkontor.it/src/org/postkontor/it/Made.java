package org.postkontor.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build leaves its results, seen from this module. */
public final class Made {
	public static final Path ROOT = root();
	static final Path TARGET = ROOT.resolve("tests/org.postkontor.it/target");

	private Made() {
	}

	/** The product for Linux, the one that can run here. */
	static Path linuxProduct() {
		return ROOT.resolve("releng/org.postkontor.product/target/products/org.postkontor.product/linux/gtk/x86_64/postkontor");
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
