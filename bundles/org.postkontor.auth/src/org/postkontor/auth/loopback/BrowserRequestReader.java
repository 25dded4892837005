package org.postkontor.auth.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads one HTTP/1.1 request with limits on time and size. */
final class BrowserRequestReader {
	static final int MAX_HEAD = 16 * 1024;
	static final int MAX_BODY = 64 * 1024;

	private final Socket socket;
	private final InputStream in;
	private final long deadline;
	private final byte[] buffer = new byte[4096];
	private int at;
	private int end;

	BrowserRequestReader(Socket socket, Duration limit) throws IOException {
		this.socket = socket;
		this.in = socket.getInputStream();
		this.deadline = System.nanoTime() + limit.toNanos();
	}

	/** @param status 0 if the request could be read, else the HTTP status to answer with */
	record Read(int status, String method, String target, Map<String, String> headers, String body) {
		static Read failed(int status) {
			return new Read(status, "", "", Map.of(), "");
		}

		String header(String name) {
			return headers.getOrDefault(name, "");
		}
	}

	Read read() throws IOException {
		String[] requestLine = line(MAX_HEAD).split(" ", -1);
		if (requestLine.length != 3 || !requestLine[2].startsWith("HTTP/1.")) {
			return Read.failed(400);
		}
		Map<String, String> headers = new LinkedHashMap<>();
		int left = MAX_HEAD;
		for (String line = line(left); !line.isEmpty(); line = line(left)) {
			left -= line.length();
			int colon = line.indexOf(':');
			String name = colon <= 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
			if (name.isEmpty() || headers.put(name, line.substring(colon + 1).strip()) != null && name.matches("host|content-length")) {
				return Read.failed(400);
			}
		}
		if (headers.containsKey("transfer-encoding")) {
			return Read.failed(411);
		}
		String length = headers.getOrDefault("content-length", "0");
		if (!length.matches("\\d{1,9}")) {
			return Read.failed(400);
		}
		int size = Integer.parseInt(length);
		return size > MAX_BODY ? Read.failed(413)
				: new Read(0, requestLine[0], requestLine[1], headers, new String(body(size), StandardCharsets.UTF_8));
	}

	private String line(int limit) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = next(); c != '\n'; c = next()) {
			line.append((char) (c & 0xff));
			if (line.length() > limit) {
				throw new TooLongException();
			}
		}
		return line.length() > 0 && line.charAt(line.length() - 1) == '\r' ? line.substring(0, line.length() - 1) : line.toString();
	}

	private byte[] body(int size) throws IOException {
		byte[] body = new byte[size];
		for (int i = 0; i < size; i++) {
			body[i] = (byte) next();
		}
		return body;
	}

	/** One byte, signed; a sender that drips is cut off by the deadline of the whole request. */
	private int next() throws IOException {
		if (at == end) {
			fill();
		}
		return buffer[at++];
	}

	private void fill() throws IOException {
		long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
		if (left <= 0) {
			throw new SocketTimeoutException("request took too long");
		}
		socket.setSoTimeout((int) left);
		end = in.read(buffer);
		at = 0;
		if (end < 0) {
			end = 0;
			throw new IOException("closed by the browser");
		}
	}

	/** The head is larger than any browser's. */
	static final class TooLongException extends IOException {
		private static final long serialVersionUID = 1L;
	}
}
