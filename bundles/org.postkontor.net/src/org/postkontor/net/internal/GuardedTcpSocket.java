package org.postkontor.net.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.postkontor.net.NameLookup;
import org.postkontor.net.RefusedConnectionException;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * A TCP connection with TCP_NODELAY and SO_KEEPALIVE that tries every address of a name in turn. What was set before
 * connecting is kept for each attempt, since a JDK socket is used up by a failed one.
 */
@NonNullByDefault({})
final class GuardedTcpSocket extends DelegatingSocket {
	private final ConnectionGuard guard;
	private final Routes routes;
	private Socket socket = new Socket();
	private int readTimeout;
	private SocketAddress local;

	/** How to get to a host. */
	record Routes(NameLookup names, SocketProxies proxies) {
	}

	GuardedTcpSocket(ConnectionGuard guard, Routes routes) {
		this.guard = guard;
		this.routes = routes;
		readTimeout = millis(guard.limits().read());
	}

	@Override
	Socket delegate() {
		return socket;
	}

	@Override
	public void bind(SocketAddress address) {
		local = address;
	}

	@Override
	public void setSoTimeout(int timeout) throws SocketException {
		// 0 would mean to wait for ever
		readTimeout = timeout > 0 ? timeout : millis(guard.limits().read());
		if (socket.isConnected()) {
			socket.setSoTimeout(readTimeout);
		}
	}

	@Override
	public int getSoTimeout() {
		return readTimeout;
	}

	@Override
	public void connect(SocketAddress endpoint, int timeout) throws IOException {
		if (!(endpoint instanceof InetSocketAddress address)) {
			throw new SocketException("no internet address");
		}
		Duration each = timeout > 0 && timeout < guard.limits().connect().toMillis() ? Duration.ofMillis(timeout) : guard.limits().connect();
		Optional<InetSocketAddress> socks = routes.proxies().socksFor(address.getHostString());
		if (socks.isPresent()) {
			connectBy(socks.get(), InetSocketAddress.createUnresolved(address.getHostString(), address.getPort()), each);
		} else {
			connectToAny(address, each);
		}
	}

	private void connectToAny(InetSocketAddress address, Duration each) throws IOException {
		IOException failure = null;
		for (InetAddress one : routes.names().addresses(address.getHostString(), each)) {
			try {
				connect(new Socket(), new InetSocketAddress(one, address.getPort()), each);
				return;
			} catch (IOException e) {
				if (failure != null) {
					e.addSuppressed(failure);
				}
				failure = e;
				if (guard.isAborted()) {
					break;
				}
			}
		}
		throw failure != null ? failure : new SocketException("no address");
	}

	/** The proxy looks the name up. */
	private void connectBy(InetSocketAddress socks, InetSocketAddress address, Duration limit) throws IOException {
		try {
			InetSocketAddress proxy = new InetSocketAddress(routes.names().addresses(socks.getHostString(), limit).get(0), socks.getPort());
			connect(new Socket(new Proxy(Proxy.Type.SOCKS, proxy)), address, limit);
		} catch (SocketTimeoutException | RefusedConnectionException e) {
			throw e;
		} catch (IOException e) {
			RefusedConnectionException refused = new RefusedConnectionException(
					Problem.of("net.proxy-failed", ProblemKind.NETWORK, Fixer.OFFICE_IT, Remedy.CHECK_NETWORK)
							.with("host", socks.getHostString()).with("port", socks.getPort()));
			refused.initCause(e);
			throw refused;
		}
	}

	private void connect(Socket attempt, InetSocketAddress address, Duration limit) throws IOException {
		try {
			guard.opening(attempt);
			attempt.setTcpNoDelay(true);
			attempt.setKeepAlive(true);
			attempt.setSoTimeout(readTimeout);
			if (local != null) {
				attempt.bind(local);
			}
			attempt.connect(address, millis(limit));
			socket = attempt;
		} catch (IOException e) {
			attempt.close();
			throw e;
		}
	}

	/** The socket below, for TLS on top of it. */
	Socket raw() {
		return socket;
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new CappedInput(socket.getInputStream(), guard, false);
	}

	@Override
	public OutputStream getOutputStream() throws IOException {
		return new CountedOutput(socket.getOutputStream(), guard, false);
	}

	private static int millis(Duration duration) {
		return (int) Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
	}
}
