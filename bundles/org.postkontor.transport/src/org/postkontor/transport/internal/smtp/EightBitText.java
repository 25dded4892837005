package org.postkontor.transport.internal.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.postkontor.message.OutgoingMessage;

/** Looks for bytes over 127 (RFC 6152), eight at a time: a mail may have a hundred megabytes. */
final class EightBitText {
	private static final int BUFFER = 1 << 16;
	private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
	private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

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
			bits |= (long) EIGHT_BYTES.get(bytes, i);
		}
		for (; i < length; i++) {
			bits |= bytes[i]; // a negative byte has its sign in all bytes of the long
		}
		return (bits & HIGH_BITS) != 0;
	}
}
