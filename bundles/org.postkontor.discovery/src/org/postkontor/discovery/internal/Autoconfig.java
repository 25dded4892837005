package org.postkontor.discovery.internal;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;

/**
 * What an autoconfig file says and we can use: servers with TLS and known protocols only.
 *
 * @param notes steps for the user
 */
record Autoconfig(String label, List<Server> incoming, List<Server> outgoing, Optional<OAuth> oauth, List<String> notes) {
	Autoconfig {
		incoming = List.copyOf(incoming);
		outgoing = List.copyOf(outgoing);
		notes = List.copyOf(notes);
	}

	/**
	 * @param userName        placeholders filled in
	 * @param authentications as in the file, in order, lower case
	 */
	record Server(Protocol protocol, String host, int port, TlsMode tls, String userName, List<String> authentications) {
		Server {
			authentications = List.copyOf(authentications);
		}
	}

	/** Hints about the identity provider, shown and approved before use. Texts may be empty except the issuer. */
	record OAuth(String issuer, String authUrl, String tokenUrl, String scope) {
	}
}
