package org.postkontor.account;

/**
 * One server of an account.
 *
 * @param host name or address literal as configured
 * @param port 1-65535
 */
public record Endpoint(Protocol protocol, String host, int port, TlsMode tls, AuthBinding auth) {
	public Endpoint {
		if (host.isBlank() || port < 1 || port > 65535) {
			throw new IllegalArgumentException("endpoint " + host + ":" + port);
		}
	}

	public Direction direction() {
		return protocol.direction();
	}

	/** The same server with another binding. */
	public Endpoint with(AuthBinding newAuth) {
		return new Endpoint(protocol, host, port, tls, newAuth);
	}

	/** Another server: the stored sign-in does not come along (architecture: a token goes only to its resource hosts). */
	public Endpoint movedTo(String newHost, int newPort, TlsMode newTls) {
		return new Endpoint(protocol, newHost, newPort, newTls, newHost.equalsIgnoreCase(host) ? auth : auth.signedOut());
	}
}
