package org.postkontor.testkit;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLContext;

/**
 * What a TLS server shows and proves: its key and its chain, leaf first, without the root. Made by
 * {@link TestAuthority}; immutable.
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

	public ServerIdentity {
		chain = List.copyOf(chain);
	}

	/** The leaf. */
	public X509Certificate certificate() {
		return chain.get(0);
	}

	/** A context for a server socket with this identity. */
	public SSLContext serverContext() {
		return TlsContexts.serving(key, chain);
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "ServerIdentity[" + certificate().getSubjectX500Principal() + "]";
	}
}
