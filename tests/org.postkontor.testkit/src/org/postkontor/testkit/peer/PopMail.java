package org.postkontor.testkit.peer;

import java.nio.charset.StandardCharsets;

/** A message in a maildrop. */
record PopMail(String uidl, byte[] bytes) {

	/** The message with dots stuffed, ended by CRLF; with a header and {@code lines} of the body only, if not negative. */
	byte[] wire(int lines) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		if (lines >= 0) {
			text = top(text, lines);
		}
		if (!text.endsWith("\r\n")) {
			text += "\r\n";
		}
		String stuffed = text.startsWith(".") ? "." + text : text;
		return stuffed.replace("\r\n.", "\r\n..").getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String top(String text, int lines) {
		int end = text.indexOf("\r\n\r\n");
		int at = end < 0 ? text.length() : end + 4;
		for (int i = 0; i < lines && at < text.length(); i++) {
			int next = text.indexOf("\r\n", at);
			at = next < 0 ? text.length() : next + 2;
		}
		return text.substring(0, at);
	}
}
