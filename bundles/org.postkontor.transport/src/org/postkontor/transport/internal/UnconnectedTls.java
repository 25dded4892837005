package org.postkontor.transport.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * For implicit TLS: a factory that does not look like one for TLS. If it did, the mail library would make the TCP socket
 * below TLS by itself, without our caps, abort and TCP_NODELAY.
 */
@NonNullByDefault({})
final class UnconnectedTls extends SocketFactory {
	private final SSLSocketFactory tls;

	UnconnectedTls(SSLSocketFactory tls) {
		this.tls = tls;
	}

	@Override
	public Socket createSocket() throws IOException {
		return tls.createSocket();
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return tls.createSocket(host, port);
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return tls.createSocket(host, port, local, localPort);
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return tls.createSocket(host, port);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return tls.createSocket(host, port, local, localPort);
	}
}
