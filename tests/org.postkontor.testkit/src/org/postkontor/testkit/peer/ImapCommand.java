package org.postkontor.testkit.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as sent: tag, name, and its arguments as words; quotes are taken off, literals read in, parentheses are
 * words of their own. ISO 8859-1.
 */
record ImapCommand(String tag, String name, boolean byUid, List<String> words) {

	private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,9})(\\+?)\\}$");
	private static final Pattern WORD = Pattern
			.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([()])|((?:BODY[.A-Z]*\\[[^\\]]*\\][<>0-9.]*)|[^\\s()\"]+)",
					Pattern.CASE_INSENSITIVE);

	/** Reads the rest of the command that begins with {@code line}. */
	static ImapCommand read(String line, Conversation client) throws IOException {
		List<String> words = new ArrayList<>();
		String part = line;
		for (Matcher literal = LITERAL.matcher(part); literal.find(); literal = LITERAL.matcher(part)) {
			split(part.substring(0, literal.start()), words);
			if (literal.group(2).isEmpty()) {
				client.send("+ go ahead");
			}
			words.add(new String(client.bytes(Integer.parseInt(literal.group(1))), StandardCharsets.ISO_8859_1));
			part = client.requireLine();
		}
		split(part, words);
		String tag = words.isEmpty() ? "*" : words.remove(0);
		String name = words.isEmpty() ? "" : words.remove(0).toUpperCase(Locale.ROOT);
		boolean byUid = "UID".equals(name) && !words.isEmpty();
		return new ImapCommand(tag, byUid ? words.remove(0).toUpperCase(Locale.ROOT) : name, byUid, words);
	}

	private static void split(String text, List<String> words) {
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			words.add(word.group(1) != null ? word.group(1).replaceAll("\\\\(.)", "$1") : word.group());
		}
	}

	/** The n-th argument from 0; empty if absent. */
	String word(int n) {
		return n < words.size() ? words.get(n) : "";
	}

	/** The arguments from {@code start} without parentheses. */
	List<String> flat(int start) {
		return words.subList(Math.min(start, words.size()), words.size()).stream()
				.filter(word -> !"(".equals(word) && !")".equals(word)).toList();
	}
}
