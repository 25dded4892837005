package org.postkontor.net.internal;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Says through which SOCKS proxy a mail connection goes; HTTP proxies let only web ports pass. */
@FunctionalInterface
public interface SocketProxies {
	/** Always direct. */
	SocketProxies DIRECT = host -> Optional.empty();

	Optional<InetSocketAddress> socksFor(String host);
}
