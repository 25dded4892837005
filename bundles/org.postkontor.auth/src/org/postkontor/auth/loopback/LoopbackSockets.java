package org.postkontor.auth.loopback;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Binds a free port on the addresses of a redirect host; for {@code localhost} on both families, since browsers differ. */
final class LoopbackSockets {
	private static final int TRIES = 20;
	private static final int BACKLOG = 16;
	private static final byte[] V4 = { 127, 0, 0, 1 };
	private static final byte[] V6 = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };

	private LoopbackSockets() {
	}

	/** @param host {@code localhost}, {@code 127.0.0.1} or {@code ::1} */
	static List<ServerSocket> bind(String host) throws IOException {
		return switch (host) {
		case "127.0.0.1" -> List.of(bind(InetAddress.getByAddress(V4), 0));
		case "::1", "[::1]" -> List.of(bind(v6(), 0));
		case "localhost" -> bindBoth();
		default -> throw new IllegalArgumentException("redirect host " + host);
		};
	}

	private static List<ServerSocket> bindBoth() throws IOException {
		if (!hasV6()) {
			return List.of(bind(InetAddress.getByAddress(V4), 0));
		}
		BindException taken = new BindException("no common port");
		for (int i = 0; i < TRIES; i++) {
			List<ServerSocket> sockets = new ArrayList<>();
			ServerSocket first = bind(InetAddress.getByAddress(V4), 0);
			sockets.add(first);
			try {
				sockets.add(bind(v6(), first.getLocalPort()));
				return sockets;
			} catch (BindException e) { // somebody else has that port on the other family
				first.close();
				taken = e;
			}
		}
		throw taken;
	}

	private static boolean hasV6() throws IOException {
		try (ServerSocket probe = bind(v6(), 0)) {
			return probe.isBound();
		} catch (SocketException e) {
			return false;
		}
	}

	private static InetAddress v6() throws IOException {
		return Inet6Address.getByAddress(null, V6, -1);
	}

	private static ServerSocket bind(InetAddress address, int port) throws IOException {
		ServerSocket socket = new ServerSocket();
		try {
			socket.setReuseAddress(false); // nobody may share the port with us
			socket.bind(new InetSocketAddress(address, port), BACKLOG);
			return socket;
		} catch (IOException e) {
			socket.close();
			throw e;
		}
	}
}
