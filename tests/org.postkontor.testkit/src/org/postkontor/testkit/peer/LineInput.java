package org.postkontor.testkit.peer;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines and bytes from one stream. */
final class LineInput {

	/** More than any honest line of these protocols: a client in a loop must not fill the memory. */
	private static final int LONGEST = 1 << 20;

	private final BufferedInputStream in;

	LineInput(InputStream in) {
		this.in = new BufferedInputStream(in, 16 * 1024);
	}

	int read() throws IOException {
		return in.read();
	}

	/** Waits for a byte, or the end, and leaves it there. */
	void peek() throws IOException {
		in.mark(1);
		in.read();
		in.reset();
	}

	/** The next line without CRLF or LF; null at the end. */
	String line() throws IOException {
		byte[] line = next();
		if (line.length == 0) {
			return null;
		}
		int end = line.length;
		end -= end > 0 && line[end - 1] == '\n' ? 1 : 0;
		end -= end > 0 && line[end - 1] == '\r' ? 1 : 0;
		return new String(line, 0, end, StandardCharsets.ISO_8859_1);
	}

	/** The next line with its end. */
	byte[] rawLine() throws IOException {
		byte[] line = next();
		if (line.length == 0 || line[line.length - 1] != '\n') {
			throw new EOFException("the client ended the connection inside mail data");
		}
		return line;
	}

	byte[] bytes(int count) throws IOException {
		byte[] bytes = in.readNBytes(count);
		if (bytes.length < count) {
			throw new EOFException("the client ended the connection inside a literal");
		}
		return bytes;
	}

	/** What was read from the socket but not yet used; null if nothing. */
	InputStream leftover() throws IOException {
		int count = buffered();
		return count == 0 ? null : new ByteArrayInputStream(in.readNBytes(count));
	}

	private int buffered() throws IOException {
		// A BufferedInputStream cannot tell its own part of available(); all of it is at hand without waiting.
		return in.available();
	}

	static boolean isDot(byte[] line) {
		return Arrays.equals(line, new byte[] { '.', '\r', '\n' });
	}

	private byte[] next() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(128);
		for (int b = in.read(); b >= 0; b = in.read()) {
			line.write(b);
			if (b == '\n') {
				break;
			}
			if (line.size() > LONGEST) {
				throw new IOException("line too long");
			}
		}
		return line.toByteArray();
	}
}
