package org.postkontor.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/**
 * The cable between a client and a server, on loopback and with TCP_NODELAY on both sides: it can be slow, dripping,
 * cut after a number of bytes, or swallow everything.
 * <p>
 * As a wire it forwards bytes as they are ({@link #wire}); with {@link #endingTls} it ends TLS towards the client and
 * speaks TLS (or none) to the server, so that counts and cuts are in bytes of the protocol itself. Faults may be set
 * at any time; cuts and counters start anew with each connection. A delay holds bytes back without limiting how many
 * are on the way, as distance does; the round-trip time is the sum of both directions. On a cut the server has all
 * bytes forwarded so far and reads the end of the stream. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {

	private static final int CONNECT_MILLIS = 10_000;

	private final InetSocketAddress upstream;
	private final SSLContext toClient;
	private final SSLContext toServer;
	private final ServerSocket listener;
	private final Set<ProxyConnection> open = ConcurrentHashMap.newKeySet();
	private final AtomicInteger connections = new AtomicInteger();
	private final Lane up = new Lane();
	private final Lane down = new Lane();
	private final AtomicInteger roundTrips = new AtomicInteger();
	private volatile boolean refusing;

	private FaultProxy(String host, int port, SSLContext toClient, SSLContext toServer) throws IOException {
		this.upstream = new InetSocketAddress(host, port);
		this.toClient = toClient;
		this.toServer = toServer;
		listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().name("fault-proxy-" + port()).start(this::accept);
	}

	/** Forwards bytes unread, TLS or not. */
	public static FaultProxy wire(String host, int port) throws IOException {
		return new FaultProxy(host, port, null, null);
	}

	/** Ends the client's TLS with {@code identity}; {@code toServer} speaks TLS to the server, null plain TCP. */
	public static FaultProxy endingTls(String host, int port, ServerIdentity identity, SSLContext toServer)
			throws IOException {
		return new FaultProxy(host, port, identity.serverContext(), toServer);
	}

	/** The port on 127.0.0.1 to connect to. */
	public int port() {
		return listener.getLocalPort();
	}

	/** Holds bytes of both directions back for half of {@code rtt}. */
	public FaultProxy roundTripTime(Duration rtt) {
		Duration half = rtt.dividedBy(2);
		return delay(Direction.TO_SERVER, half).delay(Direction.TO_CLIENT, half);
	}

	public FaultProxy delay(Direction direction, Duration each) {
		lane(direction).delay(each);
		return this;
	}

	/** Forwards {@code bytes} of {@code direction} in each connection, then cuts it; 0 cuts before the first byte. */
	public FaultProxy cutAfter(Direction direction, long bytes, Cut how) {
		lane(direction).cut(bytes, how);
		return this;
	}

	/** Forwards {@code chunk} bytes, pauses, and so on. */
	public FaultProxy drip(Direction direction, int chunk, Duration pause) {
		lane(direction).drip(chunk, pause);
		return this;
	}

	/** Reads and forgets: the other side hears nothing more, and no end either. */
	public FaultProxy blackHole(Direction direction) {
		lane(direction).blackHole();
		return this;
	}

	/** Resets each new connection at once. */
	public FaultProxy refuse() {
		refusing = true;
		return this;
	}

	/** A good cable again, for open connections, too. */
	public FaultProxy heal() {
		refusing = false;
		up.heal();
		down.heal();
		return this;
	}

	/** Ends all open connections now. */
	public void cutAll(Cut how) {
		open.forEach(connection -> connection.cut(how));
	}

	/** Connections accepted so far. */
	public int connections() {
		return connections.get();
	}

	/** Connections open now. */
	public int openConnections() {
		return open.size();
	}

	/** Bytes forwarded in one direction, over all connections. */
	public long bytes(Direction direction) {
		return lane(direction).bytes();
	}

	/** How often the client spoke and then the server answered, over all connections (TLS handshakes count). */
	public int roundTrips() {
		return roundTrips.get();
	}

	@Override
	public void close() throws IOException {
		listener.close();
		open.forEach(ProxyConnection::close);
	}

	Lane lane(Direction direction) {
		return direction == Direction.TO_SERVER ? up : down;
	}

	void roundTrip() {
		roundTrips.incrementAndGet();
	}

	void gone(ProxyConnection connection) {
		open.remove(connection);
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				Socket client = listener.accept();
				connections.incrementAndGet();
				Thread.ofVirtual().start(() -> serve(client));
			} catch (IOException e) {
				// Closing the listener is how this loop ends; any other failure shows in the client.
				continue;
			}
		}
	}

	private void serve(Socket client) {
		try {
			if (refusing) {
				Cut.RST.apply(client);
				return;
			}
			Socket server = new Socket();
			server.connect(upstream, CONNECT_MILLIS);
			ProxyConnection connection = new ProxyConnection(this, client, server);
			open.add(connection);
			connection.start(toClient, toServer, upstream.getHostString());
		} catch (IOException e) {
			ProxyConnection.quietly(client);
		}
	}
}
