package org.postkontor.net.internal;

import java.net.URI;
import java.util.Optional;

import org.postkontor.problem.ProblemException;

/** Says through which proxy a request goes. */
public interface ProxySource {
	/** Always direct. */
	ProxySource DIRECT = uri -> Optional.empty();

	/** @throws ProblemException kind CONFIGURATION if a proxy is set that HTTP cannot use */
	Optional<HttpProxy> proxyFor(URI uri) throws ProblemException;

	/**
	 * @param user     empty if the proxy wants none
	 * @param password in the hands of the platform's proxy settings; never shown
	 */
	record HttpProxy(String host, int port, String user, char[] password) {
		@Override
		public String toString() {
			return "proxy " + host + ":" + port;
		}
	}
}
