package org.postkontor.net.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Plain connections of one {@link ConnectionGuard}. */
@NonNullByDefault({})
final class GuardedSocketFactory extends SocketFactory {
	private final ConnectionGuard guard;
	private final GuardedTcpSocket.Routes routes;

	GuardedSocketFactory(ConnectionGuard guard, GuardedTcpSocket.Routes routes) {
		this.guard = guard;
		this.routes = routes;
	}

	@Override
	public Socket createSocket() {
		return new GuardedTcpSocket(guard, routes);
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connected(InetSocketAddress.createUnresolved(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return connected(InetSocketAddress.createUnresolved(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port));
	}

	private Socket connected(InetSocketAddress address) throws IOException {
		Socket socket = createSocket();
		socket.connect(address);
		return socket;
	}
}
