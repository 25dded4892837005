package org.postkontor.account;

/**
 * One server of an account.
 *
 * @param host          name or address literal as configured
 * @param port          1-65535
 * @param leaveOnServer for POP3; all others always leave mails there
 */
public record Endpoint(Protocol protocol, String host, int port, TlsMode tls, AuthBinding auth, LeaveOnServer leaveOnServer) {
	public Endpoint {
		if (host.isBlank() || port < 1 || port > 65535) {
			throw new IllegalArgumentException("endpoint " + host + ":" + port);
		}
		if (protocol != Protocol.POP3 && !leaveOnServer.isAlways()) {
			throw new IllegalArgumentException(protocol + " never deletes on the server");
		}
	}

	/** A server that mails are left on. */
	public Endpoint(Protocol protocol, String host, int port, TlsMode tls, AuthBinding auth) {
		this(protocol, host, port, tls, auth, LeaveOnServer.ALWAYS);
	}

	public Direction direction() {
		return protocol.direction();
	}

	/** The same server with another binding. */
	public Endpoint with(AuthBinding newAuth) {
		return new Endpoint(protocol, host, port, tls, newAuth, leaveOnServer);
	}

	/**
	 * The same POP3 server, from which mails are deleted at another time.
	 *
	 * @throws IllegalArgumentException for other protocols
	 */
	public Endpoint with(LeaveOnServer newLeaveOnServer) {
		return new Endpoint(protocol, host, port, tls, auth, newLeaveOnServer);
	}

	/** Another server: the stored sign-in does not come along (architecture: a token goes only to its resource hosts). */
	public Endpoint movedTo(String newHost, int newPort, TlsMode newTls) {
		return new Endpoint(protocol, newHost, newPort, newTls, newHost.equalsIgnoreCase(host) ? auth : auth.signedOut(), leaveOnServer);
	}
}
