package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A digest of names and contents of files: equal means that nothing has to be built again. */
final class Fingerprint {
	private static final Set<String> MADE = Set.of("target", "bin", ".build", ".git");
	private final Path root;

	Fingerprint(Path root) {
		this.root = root;
	}

	/** All that the build reads. */
	String ofSources() throws IOException {
		return of(f -> true);
	}

	/** What decides which artifacts the build needs from outside. */
	String ofDependencies() throws IOException {
		return of(f -> f.endsWith("pom.xml") || f.endsWith(".target") || f.endsWith("extensions.xml"));
	}

	private String of(Predicate<String> wanted) throws IOException {
		var files = new TreeMap<String, Path>();
		for (String part : new String[] { "pom.xml", ".mvn", "bundles", "examples", "features", "releng", "tests" }) {
			collect(root.resolve(part), wanted, files);
		}
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (var file : files.entrySet()) {
				digest.update(file.getKey().getBytes());
				digest.update((byte) 0);
				digest.update(Files.readAllBytes(file.getValue()));
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private void collect(Path start, Predicate<String> wanted, TreeMap<String, Path> files) throws IOException {
		if (!Files.exists(start)) {
			return;
		}
		Files.walkFileTree(start, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
				return MADE.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				String name = root.relativize(file).toString().replace('\\', '/');
				// Maven writes files like pom.tycho, .polyglot.META-INF and .tycho-consumer-pom.xml between the sources.
				boolean made = file.getFileName().toString().matches("pom\\.tycho|\\.(polyglot|tycho|flattened).*");
				if (attributes.isRegularFile() && !made && wanted.test(name)) {
					files.put(name, file);
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
