package org.postkontor.transport.exchange.internal;

import java.nio.charset.StandardCharsets;

/** What stands before and after the base64 of a mail in the body of a request. */
public record RequestFrame(byte[] before, byte[] after) {
	/** The mail is the whole body. */
	public static final RequestFrame NONE = new RequestFrame(new byte[0], new byte[0]);

	public static RequestFrame of(String before, String after) {
		return new RequestFrame(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
	}

	/** Bytes of a body with a mail of {@code size} bytes. */
	public long length(long size) {
		return before.length + (size + 2) / 3 * 4 + after.length;
	}
}
