package org.postkontor.problem.internal;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot be made to run for long: expressions come from other bundles and texts from servers, and
 * some pairs of them take longer than anybody lives. Found anywhere in the text, whatever the case.
 */
final class BoundedPattern {
	private static final int LONGEST_EXPRESSION = 200;
	private static final int LONGEST_TEXT = 1200;
	private static final int MOST_STEPS = 200_000;

	private final Pattern pattern;

	private BoundedPattern(Pattern pattern) {
		this.pattern = pattern;
	}

	/** @throws IllegalArgumentException if it is too long or no regular expression */
	static BoundedPattern of(String expression) {
		if (expression.length() > LONGEST_EXPRESSION) {
			throw new IllegalArgumentException("the pattern is longer than " + LONGEST_EXPRESSION);
		}
		try {
			return new BoundedPattern(Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
		} catch (PatternSyntaxException e) {
			throw new IllegalArgumentException(e.getDescription(), e);
		}
	}

	/** False, too, if it could not be decided within the limit. */
	boolean isIn(String text) {
		String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
		try {
			return pattern.matcher(new Counted(bounded, 0, bounded.length(), new int[] { MOST_STEPS })).find();
		} catch (StepsUsedUp | StackOverflowError e) {
			return false;
		}
	}

	private static final class StepsUsedUp extends RuntimeException {
		private static final long serialVersionUID = 1L;

		StepsUsedUp() {
			super("", null, false, false);
		}
	}

	/** Counts how often the matcher looks at a character. */
	private record Counted(String text, int from, int to, int[] left) implements CharSequence {
		@Override
		public int length() {
			return to - from;
		}

		@Override
		public char charAt(int index) {
			left[0]--;
			if (left[0] < 0) {
				throw new StepsUsedUp();
			}
			return text.charAt(from + index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return new Counted(text, from + start, from + end, left);
		}

		@Override
		public String toString() {
			return text.substring(from, to);
		}
	}
}
