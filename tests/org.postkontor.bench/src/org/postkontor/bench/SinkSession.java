package org.postkontor.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of an {@link SmtpSink}. */
final class SinkSession {
	private final InputStream in;
	private final OutputStream out;
	private final boolean authenticates;
	private final AtomicInteger mails;
	private final byte[] buffer = new byte[1 << 16];
	private int next;
	private int end;

	SinkSession(Socket socket, boolean authenticates, AtomicInteger mails) throws IOException {
		in = socket.getInputStream();
		out = socket.getOutputStream();
		this.authenticates = authenticates;
		this.mails = mails;
	}

	void run() throws IOException {
		say("220 localhost ESMTP sink");
		for (String verb = verb(); !verb.equals("QUIT"); verb = verb()) {
			switch (verb) {
			case "EHLO" -> say("250-localhost\r\n250-8BITMIME\r\n" + (authenticates ? "250-AUTH PLAIN\r\n" : "") + "250 SIZE 200000000");
			case "AUTH" -> say("235 2.7.0 Authentication successful");
			case "DATA" -> data();
			default -> say("250 2.0.0 OK");
			}
		}
		say("221 2.0.0 Bye");
	}

	private void data() throws IOException {
		say("354 End data with <CR><LF>.<CR><LF>");
		BodyEnd body = new BodyEnd();
		for (int after = body.in(buffer, next, end); after < 0; after = body.in(buffer, next, end)) {
			fill();
		}
		// Nobody sends more before the answer: there is no PIPELINING.
		next = end;
		mails.incrementAndGet();
		say("250 2.0.0 OK queued");
	}

	private String verb() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = read(); c != '\n'; c = read()) {
			line.append((char) c);
		}
		return line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
	}

	private int read() throws IOException {
		if (next == end) {
			fill();
		}
		return buffer[next++];
	}

	private void fill() throws IOException {
		next = 0;
		end = in.read(buffer);
		if (end < 0) {
			throw new EOFException("the client hung up");
		}
	}

	private void say(String answer) throws IOException {
		out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}
}
