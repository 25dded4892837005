package org.postkontor.net.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.postkontor.net.NameLookup;

/** Plain connections of one {@link ConnectionGuard}. */
@NonNullByDefault({})
final class GuardedSocketFactory extends SocketFactory {
	private final ConnectionGuard guard;
	private final NameLookup names;

	GuardedSocketFactory(ConnectionGuard guard, NameLookup names) {
		this.guard = guard;
		this.names = names;
	}

	@Override
	public Socket createSocket() {
		return new GuardedTcpSocket(guard, names);
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
