package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a plain {@code ./test} leaves out, since it takes long: classes and methods with a tag, and executions in a module's POM that run its
 * tests once more in another way.
 */
final class LongTests {
	static final String TAG = "long";
	/** A property of Maven: true where the executions are left out. */
	static final String SKIP = "postkontor.long.skip";
	private static final Pattern TAGGED = Pattern.compile("@Tag\\(\"" + TAG + "\"\\)[^;]*?\\b(?:class (\\w+)|void (\\w+)\\()");
	private static final Pattern EXECUTION = Pattern.compile("<execution>\\s*<id>([^<]+)</id>(?:(?!</execution>).)*<skip>\\$\\{" + Pattern.quote(SKIP) + "\\}</skip>",
			Pattern.DOTALL);

	private LongTests() {
	}

	/** Their names, from sources and POMs below {@code tests}. */
	static List<String> in(Path tests) throws IOException {
		TreeSet<String> names = new TreeSet<>();
		try (Stream<Path> files = Files.find(tests, 12, (file, a) -> file.toString().endsWith("Test.java"))) {
			for (Path file : files.toList()) {
				Matcher tagged = TAGGED.matcher(Files.readString(file));
				while (tagged.find()) {
					names.add(tagged.group(1) == null ? simpleName(file) + "." + tagged.group(2) : tagged.group(1));
				}
			}
		}
		try (Stream<Path> poms = Files.find(tests, 2, (file, a) -> file.endsWith("pom.xml"))) {
			for (Path pom : poms.toList()) {
				Matcher execution = EXECUTION.matcher(Files.readString(pom));
				while (execution.find()) {
					names.add(pom.getParent().getFileName() + " (" + execution.group(1) + ")");
				}
			}
		}
		return List.copyOf(names);
	}

	private static String simpleName(Path source) {
		return source.getFileName().toString().replace(".java", "");
	}
}
