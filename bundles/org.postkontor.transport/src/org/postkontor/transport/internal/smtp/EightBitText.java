package org.postkontor.transport.internal.smtp;

import java.io.IOException;
import java.io.InputStream;

import org.postkontor.message.OutgoingMessage;

/** Looks for bytes over 127 (RFC 6152). */
final class EightBitText {
	private static final int BUFFER = 1 << 16;

	private EightBitText() {
	}

	static boolean isIn(OutgoingMessage message) throws IOException {
		try (InputStream in = message.content().open()) {
			byte[] buffer = new byte[(int) Math.clamp(message.size(), 1, BUFFER)];
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				if (isIn(buffer, n)) {
					return true;
				}
			}
			return false;
		}
	}

	private static boolean isIn(byte[] bytes, int length) {
		long bits = 0;
		int i = 0;
		for (; i <= length - Long.BYTES; i += Long.BYTES) {
			bits |= EightBytes.at(bytes, i);
		}
		for (; i < length; i++) {
			bits |= bytes[i]; // a negative byte has its sign in all bytes of the long
		}
		return (bits & EightBytes.HIGH_BITS) != 0;
	}
}
