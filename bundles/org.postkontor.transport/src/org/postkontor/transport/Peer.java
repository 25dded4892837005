package org.postkontor.transport;

/**
 * The other end of a sending connection as it is written into the transmission log. No secrets.
 *
 * @param server      host and port, for example {@code mail.example.test:587}
 * @param tls         version of TLS; empty if it is not known yet
 * @param cipher      cipher suite; empty if it is not known yet
 * @param certificate subject of the server's certificate (RFC 2253), or its first DNS name; empty if it is not known
 * @param mechanism   how the account signed in, by its name on the wire, for example {@code XOAUTH2}; empty if it is not known
 */
public record Peer(String server, String tls, String cipher, String certificate, String mechanism) {
	/** @param protection version and cipher suite, with a blank between them; may be empty */
	public static Peer of(String server, String protection, String certificate, String mechanism) {
		int blank = protection.indexOf(' ');
		return blank < 0 ? new Peer(server, protection, "", certificate, mechanism)
				: new Peer(server, protection.substring(0, blank), protection.substring(blank + 1), certificate, mechanism);
	}
}
