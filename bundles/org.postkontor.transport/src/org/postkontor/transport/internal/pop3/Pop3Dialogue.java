package org.postkontor.transport.internal.pop3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import org.postkontor.transport.internal.Watchdog;

/** Lines and dot-terminated answers over a socket, each with its deadline. */
final class Pop3Dialogue {
	/** RFC 2449, 4: 512 octets; servers are generous with JSON. */
	private static final int LONGEST_LINE = 1 << 14;
	private static final int MOST_LINES = 1_000_000;
	private static final int BUFFER = 1 << 16;

	private final Watchdog watchdog;
	private final Pop3Deadlines deadlines;
	private Socket socket;
	private InputStream in;
	private OutputStream out;

	Pop3Dialogue(Socket socket, Watchdog watchdog, Pop3Deadlines deadlines) throws IOException {
		this.watchdog = watchdog;
		this.deadlines = deadlines;
		this.socket = socket;
		in = new BufferedInputStream(socket.getInputStream(), BUFFER);
		out = socket.getOutputStream();
	}

	/** Reads what the server says of itself. */
	Pop3Reply greeting() throws IOException {
		return reply();
	}

	Pop3Reply command(String line) throws IOException {
		return command(line, deadlines.command());
	}

	Pop3Reply command(String line, Duration limit) throws IOException {
		if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
			throw new IOException("line break in a command");
		}
		watchdog.phase(limit);
		// One write, so that no packet waits for the other.
		out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
		return reply();
	}

	private Pop3Reply reply() throws IOException {
		try {
			return Pop3Reply.parse(line());
		} finally {
			watchdog.rest();
		}
	}

	/** The lines after a positive answer, up to the dot. */
	List<String> lines() throws IOException {
		List<String> lines = new ArrayList<>();
		watchdog.phase(deadlines.command());
		try {
			for (String line = line(); !line.equals("."); line = line()) {
				lines.add(line.startsWith(".") ? line.substring(1) : line);
				if (lines.size() > MOST_LINES) {
					throw new IOException("too many lines");
				}
				if (lines.size() % 1000 == 0) {
					watchdog.phase(deadlines.command());
				}
			}
			return lines;
		} finally {
			watchdog.rest();
		}
	}

	/** The mail after a positive answer to RETR: its bytes, without stuffed dots. */
	void mail(Pop3MailSink sink) throws IOException {
		try {
			byte[] piece = new byte[BUFFER];
			while (!sink.isComplete()) {
				watchdog.phase(deadlines.command());
				int n = in.read(piece);
				if (n < 0) {
					throw new EOFException();
				}
				sink.accept(piece, n);
			}
		} finally {
			watchdog.rest();
		}
	}

	/** Whether the server said something that nobody has read. */
	boolean hasMore() throws IOException {
		return in.available() > 0;
	}

	/** Goes on in TLS. */
	void upgrade(SSLSocketFactory tls, String host, int port) throws IOException {
		watchdog.phase(deadlines.connect());
		socket = tls.createSocket(socket, host, port, true);
		in = new BufferedInputStream(socket.getInputStream(), BUFFER);
		out = socket.getOutputStream();
		watchdog.rest();
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int b = in.read(); b != '\n'; b = in.read()) {
			if (b < 0) {
				throw new EOFException();
			}
			if (line.size() >= LONGEST_LINE) {
				throw new IOException("line too long");
			}
			line.write(b);
		}
		String text = line.toString(StandardCharsets.UTF_8);
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}
}
