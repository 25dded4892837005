package org.postkontor.testkit.peer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads header fields from the bytes of a message, without a MIME library. */
final class RawHeader {

	private RawHeader() {
	}

	/** The header block with the empty line that ends it. */
	static byte[] block(byte[] message) {
		String text = new String(message, StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		return end < 0 ? message : text.substring(0, end + 4).getBytes(StandardCharsets.ISO_8859_1);
	}

	/** The first field of that name, unfolded. */
	static Optional<String> of(byte[] message, String name) {
		String header = new String(block(message), StandardCharsets.ISO_8859_1);
		Matcher field = Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*(.*(?:\\r\\n[ \\t].*)*)")
				.matcher(header);
		return field.find() ? Optional.of(field.group(1).replaceAll("\\r\\n[ \\t]+", " ").trim())
				: Optional.empty();
	}
}
