package org.postkontor.message.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** Lines of a stream: CRLF, a bare LF and a bare CR each end one. Refuses NUL; bounds the memory for a line. */
final class LineSource {
	private final InputStream in;
	private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
	private boolean afterCr;

	LineSource(InputStream in) {
		this.in = new BufferedInputStream(in, 1 << 16);
	}

	/** The next line without its end, null at the end of the stream. @param limit longest line accepted, in bytes */
	byte @Nullable [] next(int limit) throws ProblemException {
		line.reset();
		for (int b = read();; b = read()) {
			if (b == '\n' && afterCr) {
				afterCr = false;
				continue;
			}
			afterCr = b == '\r';
			if (b < 0) {
				return line.size() == 0 ? null : line.toByteArray();
			}
			if (b == '\r' || b == '\n') {
				return line.toByteArray();
			}
			if (b == 0) {
				throw MessageProblems.content("message.nul");
			}
			if (line.size() == limit) {
				throw MessageProblems.content("message.long-line");
			}
			line.write(b);
		}
	}

	private int read() throws ProblemException {
		try {
			return in.read();
		} catch (IOException e) {
			throw MessageProblems.unreadable(e);
		}
	}
}
