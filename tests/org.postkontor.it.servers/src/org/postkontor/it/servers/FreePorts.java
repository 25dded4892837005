package org.postkontor.it.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Ports on 127.0.0.1 that nobody listens at. They lie below the range that systems give to outgoing connections (RFC 6335 calls
 * the whole range above 1024 free for that, Linux begins at 32768), so that none of those takes one before the server does. Never
 * the same one twice. Not thread-safe.
 */
public final class FreePorts {
	private static final int FIRST = 18_000;
	private static final int LAST = 32_000;
	private static final int TRIES = 1_000;
	private final Random random = new SecureRandom();
	private final Set<Integer> given = new HashSet<>();

	/** @throws IOException if none is found */
	public int next() throws IOException {
		for (int i = 0; i < TRIES; i++) {
			int port = random.nextInt(FIRST, LAST);
			if (free(port) && given.add(port)) {
				return port;
			}
		}
		throw new IOException("no free port between " + FIRST + " and " + LAST);
	}

	private static boolean free(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		} catch (IOException e) {
			return false;
		}
	}
}
