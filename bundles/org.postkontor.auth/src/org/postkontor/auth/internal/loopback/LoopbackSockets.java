package org.postkontor.auth.internal.loopback;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.problem.ProblemException;

/**
 * Binds one free port on the addresses of a redirect host. For {@code localhost} these are both families where the computer
 * has both, since browsers differ in which one they try; else the one that there is (RFC 8252, 7.3 and 8.3).
 */
public final class LoopbackSockets {
	/** How often a port that is free on the first family may turn out to be taken on the second. */
	public static final int TRIES = 20;
	private static final int BACKLOG = 64;
	private static final byte[] V4 = { 127, 0, 0, 1 };
	private static final byte[] V6 = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };

	private final Binder binder;

	/** Opens a socket that listens. */
	public interface Binder {
		/** @param port 0 for any; @throws IOException if the port is taken or the computer lacks the address */
		ServerSocket bind(InetAddress address, int port) throws IOException;
	}

	/** On the real addresses. */
	public LoopbackSockets() {
		this(LoopbackSockets::exclusive);
	}

	/** On addresses of somebody's choice. */
	public LoopbackSockets(Binder binder) {
		this.binder = binder;
	}

	/**
	 * All sockets have the same port.
	 *
	 * @param host {@code localhost}, {@code 127.0.0.1} or {@code ::1}
	 * @throws ProblemException {@code auth.loopback-port}
	 */
	public List<ServerSocket> listen(String host) throws ProblemException {
		try {
			return switch (host) {
			case "127.0.0.1" -> List.of(binder.bind(v4(), 0));
			case "::1", "[::1]" -> List.of(binder.bind(v6(), 0));
			case "localhost" -> onOnePort(there(List.of(v4(), v6())));
			default -> throw new IllegalArgumentException("redirect host " + host);
			};
		} catch (IOException e) {
			throw new ProblemException(LoopbackProblems.noPort(), e);
		}
	}

	/** Those of the addresses that this computer has. */
	private List<InetAddress> there(List<InetAddress> addresses) throws IOException {
		List<InetAddress> there = new ArrayList<>();
		IOException missing = new BindException("no address");
		for (InetAddress address : addresses) {
			try (ServerSocket probe = binder.bind(address, 0)) {
				there.add(address);
			} catch (IOException e) {
				missing = e;
			}
		}
		if (there.isEmpty()) {
			throw missing;
		}
		return there;
	}

	private List<ServerSocket> onOnePort(List<InetAddress> addresses) throws IOException {
		BindException taken = new BindException("no common port");
		for (int i = 0; i < TRIES; i++) {
			List<ServerSocket> sockets = new ArrayList<>();
			try {
				for (InetAddress address : addresses) {
					sockets.add(binder.bind(address, sockets.isEmpty() ? 0 : sockets.getFirst().getLocalPort()));
				}
				return sockets;
			} catch (BindException e) { // somebody else has that port on the other family
				taken = e;
				for (ServerSocket socket : sockets) {
					socket.close();
				}
			}
		}
		throw taken;
	}

	private static InetAddress v4() throws IOException {
		return InetAddress.getByAddress(V4);
	}

	private static InetAddress v6() throws IOException {
		return Inet6Address.getByAddress(null, V6, -1);
	}

	private static ServerSocket exclusive(InetAddress address, int port) throws IOException {
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
