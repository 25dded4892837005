package org.postkontor.cli.internal.args;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant. */
final class Suggestion {
	private Suggestion() {
	}

	/** The nearest of {@code known} by edit distance, if it is near enough. */
	static Optional<String> nearest(String typed, Collection<String> known) {
		int limit = Math.max(2, typed.length() / 3);
		return known.stream().filter(k -> k.startsWith(typed) && typed.length() > 2 || distance(typed, k) <= limit)
				.min(Comparator.comparingInt(k -> distance(typed, k)));
	}

	/** Levenshtein, with one row. */
	private static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int above = row[j];
				int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[b.length()];
	}
}
