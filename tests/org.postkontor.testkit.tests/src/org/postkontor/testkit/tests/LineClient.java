package org.postkontor.testkit.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client of any line protocol. */
public final class LineClient implements AutoCloseable {

	private final Socket raw;
	private Socket socket;
	private BufferedReader in;
	private OutputStream out;

	public LineClient(int port) throws IOException {
		raw = new Socket(InetAddress.getLoopbackAddress(), port);
		raw.setTcpNoDelay(true);
		raw.setSoTimeout(10_000);
		use(raw);
	}

	private void use(Socket next) throws IOException {
		socket = next;
		in = new BufferedReader(new InputStreamReader(next.getInputStream(), StandardCharsets.ISO_8859_1));
		out = next.getOutputStream();
	}

	public void startTls(SSLContext context, String host) throws IOException {
		SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, host, raw.getPort(), true);
		SSLParameters parameters = tls.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		tls.setSSLParameters(parameters);
		tls.startHandshake();
		use(tls);
	}

	public void timeout(Duration duration) throws IOException {
		raw.setSoTimeout((int) duration.toMillis());
	}

	public void send(String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	public String line() throws IOException {
		return in.readLine();
	}

	public String ask(String line) throws IOException {
		send(line);
		return line();
	}

	/** Reads up to and including the line that starts with {@code start}; answers all of it. */
	public String until(String start) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String line = line(); line != null; line = line()) {
			text.append(line).append('\n');
			if (line.startsWith(start)) {
				break;
			}
		}
		return text.toString();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
