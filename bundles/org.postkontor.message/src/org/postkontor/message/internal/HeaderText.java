package org.postkontor.message.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.postkontor.problem.ProblemException;

/** Texts on their way into and out of header fields (RFC 5322 2.2, RFC 2047). */
final class HeaderText {
	/** Bytes of UTF-8 in one encoded word: 75 characters at most with the frame (RFC 2047 2). */
	private static final int WORD_BYTES = 45;
	private static final int LONGEST_ASCII_WORD = 900;
	private static final int SHOWN = 998;

	private HeaderText() {
	}

	/** Refuses what could start a new header field or end the header. */
	static String checked(String field, String value) throws ProblemException {
		if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
			throw MessageProblems.injection(field);
		}
		return value;
	}

	/** Unstructured text as ASCII with encoded words where needed, folded; {@code used} characters precede it on the line. */
	static String unstructured(String text, int used) {
		boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\t') && !text.contains("=?") && !hasLongWord(text);
		return plain ? jakarta.mail.internet.MimeUtility.fold(used, text) : encoded(text);
	}

	private static boolean hasLongWord(String text) {
		for (String word : text.split("[ \t]")) {
			if (word.length() > LONGEST_ASCII_WORD) {
				return true;
			}
		}
		return text.isBlank() && !text.isEmpty();
	}

	static String encoded(String text) {
		StringBuilder out = new StringBuilder();
		StringBuilder word = new StringBuilder();
		int bytes = 0;
		for (int i = 0; i < text.length();) {
			int c = text.codePointAt(i);
			int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
			if (bytes + size > WORD_BYTES) {
				append(out, word);
				bytes = 0;
			}
			word.appendCodePoint(c);
			bytes += size;
			i += Character.charCount(c);
		}
		append(out, word);
		return out.toString();
	}

	private static void append(StringBuilder out, StringBuilder word) {
		out.append(out.isEmpty() ? "" : "\r\n ").append("=?UTF-8?B?")
				.append(Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8))).append("?=");
		word.setLength(0);
	}

	/** For showing: no control characters, no direction overrides, blanks collapsed, length capped. */
	static String clean(String text) {
		StringBuilder out = new StringBuilder();
		text.codePoints().map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c).filter(HeaderText::isVisible).limit(SHOWN).forEach(c -> {
			if (c != ' ' || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
				out.appendCodePoint(c);
			}
		});
		return out.toString().strip();
	}

	/** Control, format (bidirectional overrides among them) and lone surrogate characters are not; joiners are needed by scripts. */
	static boolean isVisible(int c) {
		int type = Character.getType(c);
		return c == 0x200C || c == 0x200D
				|| type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && type != Character.UNASSIGNED;
	}
}
