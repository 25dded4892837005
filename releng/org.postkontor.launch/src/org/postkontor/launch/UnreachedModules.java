package org.postkontor.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Modules that Maven left out of a build because one that they need had failed: none of their tests ran. Fed with Maven's output; if it
 * built twice, the second time counts.
 */
final class UnreachedModules implements Consumer<String> {
	private static final Pattern SUMMARY = Pattern.compile("\\[INFO\\] (.+?) (?:\\.+ )?SKIPPED");

	private final List<String> names = new ArrayList<>();

	@Override
	public void accept(String line) {
		if (line.startsWith("[INFO] Reactor Summary")) {
			names.clear();
		}
		Matcher skipped = SUMMARY.matcher(line);
		if (skipped.matches()) {
			names.add(skipped.group(1));
		}
	}

	List<String> names() {
		return List.copyOf(names);
	}
}
