package org.postkontor.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * One of GreenMail's protocols over TLS with our certificate, from a key in memory: GreenMail's own socket factory
 * wants a key store file and offers anonymous ciphers.
 */
final class TlsMailServer extends AbstractServer {

	private final SSLContext tls;
	private final Function<Socket, ProtocolHandler> handlers;

	TlsMailServer(ServerSetup setup, Managers managers, SSLContext tls, Function<Socket, ProtocolHandler> handlers) {
		super(setup, managers);
		this.tls = tls;
		this.handlers = handlers;
	}

	@Override
	protected ServerSocket openServerSocket() throws IOException {
		return tls.getServerSocketFactory().createServerSocket(setup.getPort(), 50, InetAddress.getLoopbackAddress());
	}

	@Override
	protected void handleClientSocket(Socket client) throws SocketException {
		client.setTcpNoDelay(true);
		super.handleClientSocket(client);
	}

	@Override
	protected ProtocolHandler createProtocolHandler(Socket client) {
		return handlers.apply(client);
	}
}
