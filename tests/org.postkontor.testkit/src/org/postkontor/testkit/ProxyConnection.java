package org.postkontor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One client, one server, and the two pumps between them. */
final class ProxyConnection {

	private final FaultProxy proxy;
	private final Socket client;
	private final Socket server;
	private final AtomicBoolean clientSpokeLast = new AtomicBoolean();
	private final AtomicInteger running = new AtomicInteger(2);
	private volatile boolean cut;

	ProxyConnection(FaultProxy proxy, Socket client, Socket server) {
		this.proxy = proxy;
		this.client = client;
		this.server = server;
	}

	void start(SSLContext toClient, SSLContext toServer, String host) throws IOException {
		client.setTcpNoDelay(true);
		server.setTcpNoDelay(true);
		try {
			Socket near = toClient == null ? client : ending(toClient);
			Socket far = toServer == null ? server : speaking(toServer, host);
			pump(Direction.TO_SERVER, near.getInputStream(), far);
			pump(Direction.TO_CLIENT, far.getInputStream(), near);
		} catch (IOException e) {
			close();
			throw e;
		}
	}

	private Socket ending(SSLContext context) throws IOException {
		SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(client, (InputStream) null, true);
		tls.setUseClientMode(false);
		tls.startHandshake();
		return tls;
	}

	private Socket speaking(SSLContext context, String host) throws IOException {
		SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(server, host, server.getPort(), true);
		SSLParameters parameters = tls.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		tls.setSSLParameters(parameters);
		tls.startHandshake();
		return tls;
	}

	private void pump(Direction direction, InputStream in, Socket out) throws IOException {
		Pump pump = new Pump(this, direction, in, out.getOutputStream(), proxy.lane(direction));
		pump.start();
	}

	void spoke(Direction direction) {
		if (direction == Direction.TO_SERVER) {
			clientSpokeLast.set(true);
		} else if (clientSpokeLast.compareAndSet(true, false)) {
			proxy.roundTrip();
		}
	}

	/** The client sees {@code how}; the server always reads what was forwarded, then the end. */
	void cut(Cut how) {
		cut = true;
		try {
			how.apply(client);
			Cut.FIN.apply(server);
		} catch (IOException e) {
			close();
		}
	}

	/** After a cut nothing more is forwarded, only read and dropped. */
	boolean isCut() {
		return cut;
	}

	/** The end of one direction is passed on as such; after both the sockets are closed. */
	void ended(Direction direction) {
		Socket target = direction == Direction.TO_SERVER ? server : client;
		try {
			if (!target.isOutputShutdown() && !target.isClosed()) {
				target.shutdownOutput();
			}
		} catch (IOException e) {
			close();
		}
		if (running.decrementAndGet() == 0) {
			close();
		}
	}

	void close() {
		proxy.gone(this);
		quietly(client);
		quietly(server);
	}

	static void quietly(Socket socket) {
		try {
			socket.close();
		} catch (IOException e) {
			// Nobody is left to tell: the peer of this socket sees the end of the stream in any case.
			return;
		}
	}
}
