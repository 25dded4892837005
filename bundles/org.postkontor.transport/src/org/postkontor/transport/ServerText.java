package org.postkontor.transport;

import java.util.regex.Pattern;

/** Text of a server, made fit for a person's eyes: no control or direction-changing characters, one line, not too long. */
public final class ServerText {
	private static final int LONGEST = 500;
	private static final Pattern BLANKS = Pattern.compile(" {2,}");

	private ServerText() {
	}

	/** The text without what could forge or hide something; line breaks become blanks. */
	public static String clean(String text) {
		StringBuilder clean = new StringBuilder();
		text.codePoints().limit(4L * LONGEST).map(c -> isHarmless(c) ? c : ' ').forEach(clean::appendCodePoint);
		String line = BLANKS.matcher(clean).replaceAll(" ").strip();
		return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
	}

	private static boolean isHarmless(int c) {
		int type = Character.getType(c);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && type != Character.LINE_SEPARATOR
				&& type != Character.PARAGRAPH_SEPARATOR;
	}
}
