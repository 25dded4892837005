package org.postkontor.check.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines with a mail server, before any sign-in. Reads byte by byte, so that nothing is taken that belongs to what comes
 * after STARTTLS.
 */
final class Dialog {
	private static final Logger LOG = LoggerFactory.getLogger(Dialog.class);
	private static final int FAREWELL_MILLIS = 2000;
	private static final int MOST_LINES = 100;
	private static final int LONGEST_SHOWN = 200;

	private final Socket socket;

	Dialog(Socket socket) {
		this.socket = socket;
	}

	void send(String line) throws IOException {
		socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	String line() throws IOException {
		InputStream in = socket.getInputStream();
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new EOFException("the server ended the connection");
			}
			line.append((char) c);
		}
		return shown(line.toString());
	}

	/** Whether the server said something that nobody has read. */
	boolean hasMore() throws IOException {
		return socket.getInputStream().available() > 0;
	}

	/** Lines up to and including the first that is {@code last}. */
	List<String> until(Predicate<String> last) throws IOException {
		List<String> lines = new ArrayList<>();
		do {
			lines.add(line());
		} while (!last.test(lines.get(lines.size() - 1)) && lines.size() < MOST_LINES);
		return lines;
	}

	/** Says goodbye and gives the server a moment to answer; what happens then does not matter any more. */
	void farewell(String line) {
		try {
			socket.setSoTimeout(FAREWELL_MILLIS);
			send(line);
			line();
		} catch (IOException e) {
			LOG.debug("goodbye", e);
		}
	}

	/** For people: no control characters, since terminals obey them; not endless. */
	static String shown(String text) {
		String clean = text.replaceAll("\\p{Cntrl}", "").strip();
		return clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean;
	}
}
