package org.postkontor.transport.exchange.internal;

import java.net.IDN;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;

/** Where an endpoint's service is, and with what it is asked. */
public final class ServiceAddress {
	private ServiceAddress() {
	}

	/** @param path with its leading slash, encoded */
	public static URI uri(Endpoint endpoint, String path) {
		String host = endpoint.host();
		String literal = host.contains(":") ? "[" + host.replaceAll("[\\[\\]]", "") + "]" : IDN.toASCII(host);
		return URI.create("https://" + literal + ":" + endpoint.port() + path);
	}

	/** A name as a segment of a path (RFC 3986, 3.3). */
	public static String segment(String name) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** Whether the mailbox is not that of the user who signs in. */
	public static boolean isShared(Endpoint endpoint) {
		return !endpoint.auth().mailbox().equalsIgnoreCase(endpoint.auth().principal());
	}

	/** The header {@code Authorization} (RFC 6750, RFC 7617): a secret. */
	public static String authorization(Credential credential) {
		return switch (credential) {
		case Credential.BearerToken token -> "Bearer " + token.token().use(text -> text);
		case Credential.Password password -> "Basic " + Base64.getEncoder()
				.encodeToString((password.user() + ":" + password.password().use(text -> text)).getBytes(StandardCharsets.UTF_8));
		};
	}
}
