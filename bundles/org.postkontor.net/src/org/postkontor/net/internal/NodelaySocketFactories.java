package org.postkontor.net.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.net.NameLookup;
import org.postkontor.net.SocketFactories;
import org.postkontor.net.SocketLimits;
import org.postkontor.net.TlsPolicy;
import org.postkontor.net.internal.GuardedTcpSocket.Routes;

/** Sockets with TCP_NODELAY: a submission session is a ping-pong of short lines, and Nagle's algorithm costs 40 ms each. */
@Component
public final class NodelaySocketFactories implements SocketFactories {
	private final TlsPolicy tls;
	private final Routes routes;

	@Activate
	public NodelaySocketFactories(@Reference TlsPolicy tls, @Reference NameLookup names, @Reference SocketProxies proxies) {
		this.tls = tls;
		this.routes = new Routes(names, proxies);
	}

	/** Without proxies. */
	public NodelaySocketFactories(TlsPolicy tls, NameLookup names) {
		this(tls, names, SocketProxies.DIRECT);
	}

	@Override
	public ConnectionSockets forConnection(SocketLimits limits) {
		ConnectionGuard guard = new ConnectionGuard(limits);
		return new ConnectionSockets(new GuardedSocketFactory(guard, routes), new GuardedTlsFactory(new TlsLayer(tls), guard, routes), guard);
	}
}
