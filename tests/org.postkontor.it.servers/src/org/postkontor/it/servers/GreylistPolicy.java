package org.postkontor.it.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A greylisting policy server (Postfix, SMTPD_POLICY_README): who sends to somebody for the first time is asked to come again, and
 * may pass the next time. A real one also wants some minutes in between.
 */
final class GreylistPolicy implements AutoCloseable {
	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	GreylistPolicy() throws IOException {
		Thread.ofVirtual().start(this::listen);
	}

	int port() {
		return socket.getLocalPort();
	}

	private void listen() {
		while (!socket.isClosed()) {
			try {
				Socket client = socket.accept();
				Thread.ofVirtual().start(() -> serve(client));
			} catch (IOException e) {
				if (!socket.isClosed()) {
					throw new UncheckedIOException(e);
				}
			}
		}
	}

	/** Requests are lines name=value up to an empty one; a connection brings several. */
	private void serve(Socket client) {
		try (client; BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
			Map<String, String> request = new HashMap<>();
			for (String line; (line = lines.readLine()) != null;) {
				if (line.isEmpty()) {
					client.getOutputStream().write(("action=" + decide(request) + "\n\n").getBytes(StandardCharsets.UTF_8));
					request.clear();
				} else {
					String[] parts = line.split("=", 2);
					request.put(parts[0], parts[1]);
				}
			}
		} catch (IOException e) {
			// Postfix has hung up, which it may.
			return;
		}
	}

	private String decide(Map<String, String> request) {
		return seen.add(request.get("sender") + " " + request.get("recipient")) ? "451 4.7.1 Greylisted, please try again in 1 second" : "DUNNO";
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
