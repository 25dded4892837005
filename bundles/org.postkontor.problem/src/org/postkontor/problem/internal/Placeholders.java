package org.postkontor.problem.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postkontor.problem.Problem;

/** Fills {@code {name}} in a text with the values of a problem. */
final class Placeholders {
	private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)\\}");
	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
	private static final int LONGEST_VALUE = 500;

	private Placeholders() {
	}

	static String fill(String text, Problem problem) {
		return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), problem)));
	}

	/** Values may come from servers: no control characters, not endless. */
	private static String value(String name, Problem problem) {
		String value = problem.values().getOrDefault(name, name.equals("id") ? problem.id() : "?");
		String clean = CONTROL.matcher(value).replaceAll(" ");
		return clean.length() > LONGEST_VALUE ? clean.substring(0, LONGEST_VALUE) + "…" : clean;
	}
}
