package org.postkontor.message.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The first field of each name of a received header, unfolded, as far as a cap of bytes reaches. */
final class HeaderBlock {
	static final int CAP = 256 * 1024;

	private final Map<String, String> fields = new HashMap<>();

	private HeaderBlock() {
	}

	static HeaderBlock read(InputStream message) throws IOException {
		HeaderBlock block = new HeaderBlock();
		for (String field : bytes(message).replace("\r\n", "\n").replace('\r', '\n').replaceAll("\n(?=[ \t])", "").split("\n")) {
			int colon = field.indexOf(':');
			if (colon > 0) {
				block.fields.putIfAbsent(field.substring(0, colon).strip().toLowerCase(Locale.ROOT), field.substring(colon + 1).strip());
			}
		}
		return block;
	}

	String value(String name) {
		return fields.getOrDefault(name, "");
	}

	private static String bytes(InputStream message) throws IOException {
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		InputStream in = new BufferedInputStream(message);
		int lineLength = 0;
		for (int b = in.read(); b >= 0 && header.size() < CAP; b = in.read()) {
			header.write(b);
			if (b == '\n') {
				if (lineLength == 0 && header.size() > 2) {
					break;
				}
				lineLength = 0;
			} else if (b != '\r') {
				lineLength++;
			}
		}
		return header.toString(StandardCharsets.ISO_8859_1);
	}
}
