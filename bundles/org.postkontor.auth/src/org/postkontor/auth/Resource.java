package org.postkontor.auth;

import java.util.Locale;

import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;

/** The server a credential is meant for. */
public record Resource(Protocol protocol, String host, int port) {
	public Resource {
		host = host.toLowerCase(Locale.ROOT);
	}

	public static Resource of(Endpoint endpoint) {
		return new Resource(endpoint.protocol(), endpoint.host(), endpoint.port());
	}
}
