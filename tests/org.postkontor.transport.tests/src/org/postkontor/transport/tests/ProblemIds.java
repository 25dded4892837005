package org.postkontor.transport.tests;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids of problems that compiled classes mention. */
final class ProblemIds {
	private static final Pattern ID = Pattern.compile("transport\\.[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9/.])");

	private ProblemIds() {
	}

	/** Looks at all classes next to and below {@code type}, in a folder or an archive. */
	static Set<String> inConstantPoolsOf(Class<?> type) throws IOException, URISyntaxException {
		URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
		Path path = Path.of(place);
		if (Files.isDirectory(path)) {
			return scan(path);
		}
		try (FileSystem archive = FileSystems.newFileSystem(path, Map.of())) {
			return scan(archive.getPath("/"));
		}
	}

	private static Set<String> scan(Path root) throws IOException {
		Set<String> ids = new TreeSet<>();
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
				Matcher matcher = ID.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
				while (matcher.find()) {
					if (!isPackage(matcher.group())) {
						ids.add(matcher.group());
					}
				}
			}
		}
		return ids;
	}

	private static boolean isPackage(String id) {
		return id.startsWith("transport.internal");
	}
}
