package org.postkontor.message.internal;

import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.internet.MimeUtility;

/** A header value as received (bytes as ISO 8859-1 characters), made readable: encoded words decoded, raw UTF-8 understood. */
record DecodedText(String raw) {

	String shown() {
		return HeaderText.clean(decoded());
	}

	private String decoded() {
		String text = utf8OrLatin1();
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(text));
		} catch (UnsupportedEncodingException | RuntimeException unknownCharset) {
			return text;
		}
	}

	private String utf8OrLatin1() {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1))).toString();
		} catch (CharacterCodingException notUtf8) {
			return raw;
		}
	}
}
