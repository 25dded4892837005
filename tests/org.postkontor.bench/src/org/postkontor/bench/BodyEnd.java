package org.postkontor.bench;

/** Finds the line with a single dot that ends a mail's data (RFC 5321, 4.1.1.4), however the bytes are cut into pieces. */
public final class BodyEnd {
	private static final byte[] END = { '\r', '\n', '.', '\r', '\n' };

	/** How much of {@link #END} was seen last; the data begins at the start of a line. */
	private int seen = 2;

	/** The index after the end of the data, or -1 if more has to come. */
	public int in(byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			byte b = bytes[i];
			if (b == END[seen]) {
				seen++;
				if (seen == END.length) {
					return i + 1;
				}
			} else {
				seen = b == '\r' ? 1 : 0;
			}
		}
		return -1;
	}
}
