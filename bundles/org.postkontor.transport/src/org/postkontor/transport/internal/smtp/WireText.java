package org.postkontor.transport.internal.smtp;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 in commands and answers (RFC 6531, 3.7.4.1). The library writes and reads one byte a character, unless
 * {@code mail.mime.allowutf8} is set: then it asks for SMTPUTF8 for every mail and complains about every server without it.
 */
final class WireText {
	private WireText() {
	}

	/** Characters that stand for the bytes of {@code line}. */
	static String bytes(String line) {
		return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	/** What these characters stand for; themselves if that is no UTF-8. */
	static String read(String bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(bytes))).toString();
		} catch (CharacterCodingException e) {
			return bytes;
		}
	}
}
