package org.postkontor.net.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * TLS of the JDK with the host name always checked. Until it is connected, a template takes the settings; no byte
 * passes the streams before the handshake is over.
 */
@NonNullByDefault({})
final class GuardedTlsSocket extends DelegatingTlsSocket {
	private final TlsLayer layer;
	private final ConnectionGuard guard;
	private final ReentrantLock handshake = new ReentrantLock();
	private final GuardedTcpSocket tcp;
	private volatile SSLSocket socket;
	private volatile boolean verified;

	/** Unconnected. */
	GuardedTlsSocket(TlsLayer layer, ConnectionGuard guard, GuardedTcpSocket tcp) throws IOException {
		this.layer = layer;
		this.guard = guard;
		this.tcp = tcp;
		socket = layer.template();
	}

	/** On top of a connection. */
	GuardedTlsSocket(TlsLayer layer, ConnectionGuard guard, Socket below, String host, int port, boolean autoClose) throws IOException {
		this.layer = layer;
		this.guard = guard;
		this.tcp = null;
		guard.layering();
		socket = layer.over(below, host, port, autoClose);
	}

	@Override
	SSLSocket delegate() {
		return socket;
	}

	@Override
	public void connect(SocketAddress endpoint, int timeout) throws IOException {
		if (tcp == null || !(endpoint instanceof InetSocketAddress address)) {
			throw new SocketException("connected already, or no internet address");
		}
		tcp.connect(endpoint, timeout);
		SSLParameters wanted = socket.getSSLParameters();
		guard.layering();
		SSLSocket connected = layer.over(tcp.raw(), address.getHostString(), address.getPort(), true);
		wanted.setServerNames(connected.getSSLParameters().getServerNames());
		connected.setSSLParameters(wanted);
		connected.setEnabledProtocols(socket.getEnabledProtocols());
		socket = connected;
	}

	@Override
	public void setSoTimeout(int timeout) throws SocketException {
		if (tcp != null) {
			tcp.setSoTimeout(timeout);
		} else if (timeout > 0) {
			socket.setSoTimeout(timeout);
		}
	}

	@Override
	public int getSoTimeout() throws SocketException {
		return tcp != null ? tcp.getSoTimeout() : socket.getSoTimeout();
	}

	@Override
	public void setEnabledProtocols(String[] protocols) {
		List<String> allowed = List.of(layer.protocols());
		String[] both = Arrays.stream(protocols).filter(allowed::contains).toArray(String[]::new);
		socket.setEnabledProtocols(both.length > 0 ? both : layer.protocols());
	}

	@Override
	public void setSSLParameters(SSLParameters parameters) {
		String algorithm = parameters.getEndpointIdentificationAlgorithm();
		if (algorithm == null || algorithm.isEmpty()) {
			parameters.setEndpointIdentificationAlgorithm(TlsLayer.ALGORITHM); // cannot be switched off
		}
		String[] protocols = parameters.getProtocols();
		parameters.setProtocols(layer.protocols());
		socket.setSSLParameters(parameters);
		if (protocols != null) {
			setEnabledProtocols(protocols);
		}
	}

	@Override
	public void startHandshake() throws IOException {
		handshake.lock();
		try {
			if (!verified) {
				socket.startHandshake();
				SSLSession session = socket.getSession();
				guard.secured(session.getProtocol() + " " + session.getCipherSuite(), CertificateSubject.of(session));
				verified = true;
			}
		} finally {
			handshake.unlock();
		}
	}

	@Override
	public InputStream getInputStream() throws IOException {
		startHandshake();
		return new CappedInput(socket.getInputStream(), guard, true);
	}

	@Override
	public OutputStream getOutputStream() throws IOException {
		startHandshake();
		OutputStream out = new CountedOutput(socket.getOutputStream(), guard, true);
		guard.writesTo(out);
		return out;
	}
}
