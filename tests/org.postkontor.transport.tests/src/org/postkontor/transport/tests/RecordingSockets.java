package org.postkontor.transport.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

import org.postkontor.net.SocketFactories;
import org.postkontor.net.SocketLimits;

/** Passes through what the real factories make, and remembers it; sockets that others bring along for TLS, too. */
final class RecordingSockets implements SocketFactories {
	final List<Socket> made = new CopyOnWriteArrayList<>();
	private final SocketFactories real;

	RecordingSockets(SocketFactories real) {
		this.real = real;
	}

	@Override
	public ConnectionSockets forConnection(SocketLimits limits) {
		ConnectionSockets sockets = real.forConnection(limits);
		return new ConnectionSockets(new Plain(sockets.plain()), new Tls(sockets.tls()), sockets.guard());
	}

	private Socket note(Socket socket) {
		made.add(socket);
		return socket;
	}

	private final class Plain extends SocketFactory {
		private final SocketFactory factory;

		Plain(SocketFactory factory) {
			this.factory = factory;
		}

		@Override
		public Socket createSocket() throws IOException {
			return note(factory.createSocket());
		}

		@Override
		public Socket createSocket(String host, int port) throws IOException {
			return note(factory.createSocket(host, port));
		}

		@Override
		public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
			return note(factory.createSocket(host, port, local, localPort));
		}

		@Override
		public Socket createSocket(InetAddress host, int port) throws IOException {
			return note(factory.createSocket(host, port));
		}

		@Override
		public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
			return note(factory.createSocket(host, port, local, localPort));
		}
	}

	private final class Tls extends SSLSocketFactory {
		private final SSLSocketFactory factory;

		Tls(SSLSocketFactory factory) {
			this.factory = factory;
		}

		@Override
		public Socket createSocket() throws IOException {
			return note(factory.createSocket());
		}

		@Override
		public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
			note(below);
			return note(factory.createSocket(below, host, port, autoClose));
		}

		@Override
		public Socket createSocket(String host, int port) throws IOException {
			return note(factory.createSocket(host, port));
		}

		@Override
		public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
			return note(factory.createSocket(host, port, local, localPort));
		}

		@Override
		public Socket createSocket(InetAddress host, int port) throws IOException {
			return note(factory.createSocket(host, port));
		}

		@Override
		public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
			return note(factory.createSocket(host, port, local, localPort));
		}

		@Override
		public String[] getDefaultCipherSuites() {
			return factory.getDefaultCipherSuites();
		}

		@Override
		public String[] getSupportedCipherSuites() {
			return factory.getSupportedCipherSuites();
		}
	}
}
