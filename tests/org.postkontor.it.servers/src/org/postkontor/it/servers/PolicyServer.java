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
import java.util.function.Function;

/** A policy server (Postfix, SMTPD_POLICY_README): it is asked about recipients while the client waits. */
final class PolicyServer implements AutoCloseable {
	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final Function<Map<String, String>, String> decision;

	/** @param decision the action for the attributes of a request */
	PolicyServer(Function<Map<String, String>, String> decision) throws IOException {
		this.decision = decision;
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
					client.getOutputStream().write(("action=" + decision.apply(request) + "\n\n").getBytes(StandardCharsets.UTF_8));
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

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
