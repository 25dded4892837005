package org.postkontor.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few lines of Maven's output that tell a waiting person where it is. */
final class MavenProgress {
	private static final Pattern MODULE = Pattern.compile("\\[INFO\\] Building (.+?) \\S+ +\\[(\\d+/\\d+)\\]");
	private static final Pattern SIZE = Pattern.compile("(?:\\[INFO\\] )?(SIZE|BENCH|LEFT OUT): (.*)");

	private MavenProgress() {
	}

	static Optional<String> of(String line) {
		Matcher module = MODULE.matcher(line);
		if (module.find()) {
			return Optional.of("  " + module.group(2) + " " + module.group(1));
		}
		Matcher size = SIZE.matcher(line);
		return size.matches() ? Optional.of("  " + size.group(1) + ": " + size.group(2)) : Optional.empty();
	}
}
