package org.postkontor.net.internal;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import org.eclipse.jdt.annotation.Nullable;

/** Names the peer of a verified TLS session by its certificate. */
final class CertificateSubject {
	/** RFC 5280, 4.2.1.6. */
	private static final int DNS_NAME = 2;

	private CertificateSubject() {
	}

	static String of(SSLSession session) throws SSLPeerUnverifiedException {
		if (!(session.getPeerCertificates()[0] instanceof X509Certificate certificate)) {
			return "";
		}
		String subject = certificate.getSubjectX500Principal().getName();
		return subject.isEmpty() ? dnsName(certificate) : subject;
	}

	/** Short-lived certificates of public authorities have no subject any more. */
	private static String dnsName(X509Certificate certificate) {
		try {
			@Nullable
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			if (names != null) {
				for (List<?> name : names) {
					if (Integer.valueOf(DNS_NAME).equals(name.get(0))) {
						return "DNS:" + name.get(1);
					}
				}
			}
			return "";
		} catch (CertificateParsingException e) {
			return "";
		}
	}
}
