package org.postkontor.problem.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the project that this test belongs to. */
final class ProjectSources {
	private static final Pattern BASE = Pattern.compile("<texts\\s+base=\"([^\"]+)\"");

	private final Path bundles;

	ProjectSources() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(folder.resolve("bundles").resolve("org.postkontor.problem"))) {
			folder = folder.getParent();
			if (folder == null) {
				throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
			}
		}
		bundles = folder.resolve("bundles");
	}

	/** Where the catalogue's own data and texts are. */
	Path internal() {
		return bundle("org.postkontor.problem").resolve("src/org/postkontor/problem/internal");
	}

	Path bundle(String name) {
		return bundles.resolve(name);
	}

	/** Sources of all bundles but the command line, which has texts of its own for what it reports. */
	List<Path> javaFiles() throws IOException {
		return files(bundles, ".java").stream().filter(f -> f.toString().contains("src") && !f.startsWith(bundle("org.postkontor.cli"))).toList();
	}

	static List<Path> files(Path folder, String end) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
		}
	}

	/** The catalogue and everything that bundles add by the extension point. */
	Properties texts(String suffix) throws IOException {
		Properties all = new Properties();
		for (Path file : files(internal(), suffix)) {
			if (!suffix.equals(".properties") || !file.toString().endsWith("_de.properties")) {
				load(all, file);
			}
		}
		try (Stream<Path> folders = Files.list(bundles)) {
			for (Path plugin : folders.map(f -> f.resolve("plugin.xml")).filter(Files::exists).toList()) {
				Matcher base = BASE.matcher(Files.readString(plugin));
				while (base.find()) {
					load(all, plugin.resolveSibling("src").resolve(base.group(1) + suffix));
				}
			}
		}
		return all;
	}

	private static void load(Properties all, Path file) throws IOException {
		try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			all.load(reader);
		}
	}
}
