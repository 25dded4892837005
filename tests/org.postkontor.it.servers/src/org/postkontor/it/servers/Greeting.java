package org.postkontor.it.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The first line that a server says. */
final class Greeting {
	private static final int MILLIS = 2_000;

	private Greeting() {
	}

	/** Empty if nobody listens or nothing is said. */
	static String of(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
			socket.setSoTimeout(MILLIS);
			String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
			return line == null ? "" : line;
		} catch (IOException e) {
			return "";
		}
	}
}
