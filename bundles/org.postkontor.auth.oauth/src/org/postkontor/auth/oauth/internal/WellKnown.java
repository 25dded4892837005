package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an issuer's metadata may be: OpenID Connect Discovery 1.0, 4 appends to the issuer's path; RFC 8414, 3 and 5 put the
 * well-known part before it.
 */
final class WellKnown {
	private static final String OPENID = "/.well-known/openid-configuration";
	private static final String OAUTH = "/.well-known/oauth-authorization-server";

	private WellKnown() {
	}

	/** In the order to be asked, each once. @param issuer https, checked */
	static List<URI> documents(String issuer) {
		URI uri = URI.create(issuer);
		String host = uri.getScheme() + "://" + uri.getRawAuthority();
		String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
		Set<URI> documents = new LinkedHashSet<>();
		documents.add(URI.create(host + path + OPENID));
		documents.add(URI.create(host + OAUTH + path));
		documents.add(URI.create(host + OPENID + path));
		return List.copyOf(documents);
	}
}
