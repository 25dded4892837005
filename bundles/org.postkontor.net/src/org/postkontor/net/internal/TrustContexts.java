package org.postkontor.net.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.Nullable;

/** Makes TLS contexts that trust the JDK's authorities and some more. */
final class TrustContexts {
	private TrustContexts() {
	}

	static SSLContext trusting(List<X509Certificate> more) {
		try {
			X509ExtendedTrustManager jdk = manager(null);
			X509ExtendedTrustManager manager = more.isEmpty() ? jdk : manager(union(jdk.getAcceptedIssuers(), more));
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new TwoStepTrust(manager) }, null);
			return context;
		} catch (GeneralSecurityException | IOException e) {
			throw new IllegalStateException("this Java has no TLS", e);
		}
	}

	private static X509ExtendedTrustManager manager(@Nullable KeyStore anchors) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
		factory.init(anchors);
		return Arrays.stream(factory.getTrustManagers()).filter(X509ExtendedTrustManager.class::isInstance)
				.map(X509ExtendedTrustManager.class::cast).findFirst().orElseThrow(() -> new GeneralSecurityException("no trust manager"));
	}

	private static KeyStore union(X509Certificate[] jdk, List<X509Certificate> more) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		for (int i = 0; i < jdk.length; i++) {
			store.setCertificateEntry("jdk" + i, jdk[i]);
		}
		for (int i = 0; i < more.size(); i++) {
			store.setCertificateEntry("office" + i, more.get(i));
		}
		return store;
	}
}
