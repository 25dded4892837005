package org.postkontor.testkit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS contexts from keys and certificates in memory. */
final class TlsContexts {

	/** Of a key store that never leaves the memory: protects nothing, but the API wants one. */
	private static final char[] NO_SECRET = "in-memory".toCharArray();

	private TlsContexts() {
	}

	static SSLContext trusting(X509Certificate root) {
		try {
			KeyStore store = empty();
			store.setCertificateEntry("root", root);
			TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
			trust.init(store);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		} catch (GeneralSecurityException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	static SSLContext serving(PrivateKey key, List<X509Certificate> chain) {
		try {
			KeyStore store = empty();
			store.setKeyEntry("server", key, NO_SECRET, chain.toArray(X509Certificate[]::new));
			// Keeps the key decrypted; PKIX would derive the store's key from its password in each handshake.
			KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
			keys.init(store, NO_SECRET);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), null, null);
			return context;
		} catch (GeneralSecurityException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static KeyStore empty() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		return store;
	}
}
