package org.postkontor.net;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Makes the socket factories that a mail connection gets. OSGi service, thread-safe. */
public interface SocketFactories {
	/**
	 * Factories for exactly one logical mail connection (which may open more than one socket in turn, but uses one at a
	 * time): TCP_NODELAY, SO_KEEPALIVE, connect time-out, caps of {@code limits}, office trust, verified host name.
	 */
	ConnectionSockets forConnection(SocketLimits limits);

	/**
	 * What one connection gets.
	 *
	 * @param plain for STARTTLS and tests of plain peers
	 * @param tls   for implicit TLS and to layer TLS on a plain socket after STARTTLS
	 * @param guard steers whichever socket is open
	 */
	record ConnectionSockets(SocketFactory plain, SSLSocketFactory tls, GuardedSocket guard) {
	}
}
