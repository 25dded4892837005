package org.postkontor.cli.internal.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of files and of the standard input. */
final class Utf8 {
	private Utf8() {
	}

	/** Strict, so that a file in another encoding is refused and not sent with wrong letters; a byte order mark is dropped. */
	static String decode(byte[] bytes) throws CharacterCodingException {
		String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}
}
