package org.postkontor.transport.internal.smtp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Doubles the dot at the beginning of a line, so that none ends the mail (RFC 5321, 4.5.2), and changes nothing else. What has no dot,
 * such as Base64, is passed on in the blocks in which it came: the library's stream looks at each line of it by itself, which is a third
 * of the time that a large mail takes. Not thread-safe.
 */
@NonNullByDefault({})
public final class DotStuffing extends OutputStream {
	private static final int BUFFER = 1 << 14;
	private static final long DOTS = 0x2E2E_2E2E_2E2E_2E2EL;
	private static final long LOW_BITS = 0x0101_0101_0101_0101L;

	private final OutputStream out;
	private byte before = '\n';

	public DotStuffing(OutputStream out) {
		this.out = new BufferedOutputStream(out, BUFFER);
	}

	@Override
	public void write(int one) throws IOException {
		write(new byte[] { (byte) one }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int end = offset + length;
		int written = offset;
		for (int dot = nextDot(bytes, offset, end); dot < end; dot = nextDot(bytes, dot + 1, end)) {
			if (endsLine(dot == offset ? before : bytes[dot - 1])) {
				out.write(bytes, written, dot - written);
				out.write('.');
				written = dot;
			}
		}
		out.write(bytes, written, end - written);
		if (length > 0) {
			before = bytes[end - 1];
		}
	}

	@Override
	public void flush() throws IOException {
		out.flush();
	}

	/** Sees to it that the final dot will stand in a line of its own, and writes what is left. */
	public void end() throws IOException {
		if (before != '\n') {
			out.write('\r');
			out.write('\n');
			before = '\n';
		}
		flush();
	}

	/** There is none of these alone in frozen bytes. Some servers take them for the end of a line all the same. */
	private static boolean endsLine(byte b) {
		return b == '\n' || b == '\r';
	}

	/** Index of the next dot, or {@code end}; looks at eight bytes at once for as long as there is none. */
	private static int nextDot(byte[] bytes, int from, int end) {
		int i = from;
		for (; i <= end - Long.BYTES; i += Long.BYTES) {
			long zeroWhereDot = EightBytes.at(bytes, i) ^ DOTS;
			if ((zeroWhereDot - LOW_BITS & ~zeroWhereDot & EightBytes.HIGH_BITS) != 0) {
				break;
			}
		}
		while (i < end && bytes[i] != '.') {
			i++;
		}
		return i;
	}
}
