package org.postkontor.net.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** TLS connections of one {@link ConnectionGuard}: from the first byte, or on top of a plain one after STARTTLS. */
@NonNullByDefault({})
final class GuardedTlsFactory extends SSLSocketFactory {
	private final TlsLayer layer;
	private final ConnectionGuard guard;
	private final GuardedTcpSocket.Routes routes;

	GuardedTlsFactory(TlsLayer layer, ConnectionGuard guard, GuardedTcpSocket.Routes routes) {
		this.layer = layer;
		this.guard = guard;
		this.routes = routes;
	}

	@Override
	public Socket createSocket() throws IOException {
		return new GuardedTlsSocket(layer, guard, new GuardedTcpSocket(guard, routes));
	}

	@Override
	public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
		Socket tcp = below instanceof GuardedTcpSocket guarded ? guarded.raw() : below;
		return new GuardedTlsSocket(layer, guard, tcp, host, port, autoClose);
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

	@Override
	public String[] getDefaultCipherSuites() {
		return layer.factory().getDefaultCipherSuites();
	}

	@Override
	public String[] getSupportedCipherSuites() {
		return layer.factory().getSupportedCipherSuites();
	}
}
