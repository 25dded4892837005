package org.postkontor.testkit.peer;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;

/**
 * The server's end of one connection. Lines are ISO 8859-1 without their end; every read waits at most 30 s
 * ({@link java.net.SocketTimeoutException}). For one thread, but {@link #close} and {@link #cut} may come from any.
 */
public final class Conversation {

	private static final int READ_MILLIS = 30_000;
	private static final int LOOK_MILLIS = 20;

	private final int index;
	private final Socket raw;
	private final SSLContext context;
	private final Transcript transcript;
	private Socket socket;
	private LineInput in;
	private OutputStream out;
	private volatile boolean ended;

	Conversation(int index, Socket raw, SSLContext context, Transcript transcript) throws IOException {
		this.index = index;
		this.raw = raw;
		this.context = context;
		this.transcript = transcript;
		raw.setTcpNoDelay(true);
		raw.setSoTimeout(READ_MILLIS);
		use(raw);
	}

	private void use(Socket next) throws IOException {
		socket = next;
		in = new LineInput(next.getInputStream());
		out = next.getOutputStream();
	}

	/** Which connection of its server this is, from 1. */
	public int index() {
		return index;
	}

	/** Whether TLS is on. */
	public boolean secure() {
		return socket != raw;
	}

	/** Whether this side ended the connection. */
	public boolean ended() {
		return ended;
	}

	public Transcript transcript() {
		return transcript;
	}

	/** Sends a line and CRLF. */
	public void send(String line) throws IOException {
		transcript.add(Direction.TO_CLIENT, secure(), line);
		write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Sends bytes as they are. */
	public void sendRaw(byte[] bytes) throws IOException {
		transcript.add(Direction.TO_CLIENT, secure(), "<" + bytes.length + " bytes>");
		write(bytes);
	}

	private void write(byte[] bytes) throws IOException {
		out.write(bytes);
		out.flush();
	}

	/** The next line, or null at the end of the stream. */
	public String line() throws IOException {
		String line = in.line();
		if (line != null) {
			transcript.add(Direction.TO_SERVER, secure(), line);
		}
		return line;
	}

	/** The next line. */
	public String requireLine() throws IOException {
		String line = line();
		if (line == null) {
			throw new EOFException("the client ended the connection");
		}
		return line;
	}

	/** The next line, which must match {@code regex} as a whole, ignoring case. */
	public String expect(String regex) throws IOException {
		String line = requireLine();
		if (!Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(line).matches()) {
			throw new IOException("expected " + regex + " but the client said: " + line);
		}
		return line;
	}

	/** Whether the client says something, or ends the connection, within a moment. */
	public boolean hasInput() throws IOException {
		socket.setSoTimeout(LOOK_MILLIS);
		try {
			in.peek();
			return true;
		} catch (SocketTimeoutException e) {
			return false;
		} finally {
			socket.setSoTimeout(READ_MILLIS);
		}
	}

	/** Exactly {@code count} bytes, such as an IMAP literal. */
	public byte[] bytes(int count) throws IOException {
		byte[] bytes = in.bytes(count);
		transcript.add(Direction.TO_SERVER, secure(), "<" + count + " bytes>");
		return bytes;
	}

	/** Mail data up to the line with a single dot, unstuffed (RFC 5321, 4.5.2), with its line ends. */
	public byte[] dotTerminated(BodyWatch watch) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (byte[] line = in.rawLine(); !LineInput.isDot(line); line = in.rawLine()) {
			int skip = line[0] == '.' ? 1 : 0;
			body.write(line, skip, line.length - skip);
			watch.seen(body.size());
		}
		transcript.add(Direction.TO_SERVER, secure(), "<" + body.size() + " bytes>");
		transcript.add(Direction.TO_SERVER, secure(), ".");
		return body.toByteArray();
	}

	/** Goes on in TLS; bytes the client sent too early are part of its handshake. */
	public void upgradeToTls() throws IOException {
		if (context == null) {
			throw new IOException("this server has no certificate");
		}
		InputStream early = in.leftover();
		SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, early, true);
		tls.setUseClientMode(false);
		tls.startHandshake();
		use(tls);
	}

	/** Waits in real time. */
	public void delay(Duration duration) throws IOException {
		Pause.of(duration);
	}

	/** Reads and ignores whatever comes until the connection ends. */
	public void silence() throws IOException {
		raw.setSoTimeout(0);
		while (in.read() >= 0) {
			continue;
		}
	}

	/** Ends the TCP connection. */
	public void cut(Cut how) throws IOException {
		ended = true;
		how.apply(raw);
		raw.close();
	}

	/** Ends the connection properly. */
	public void close() throws IOException {
		ended = true;
		socket.close();
	}
}
