package org.postkontor.testkit;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The text form of a certificate (RFC 7468). */
final class Pem {

	private Pem() {
	}

	static String of(X509Certificate certificate) {
		try {
			String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
					.encodeToString(certificate.getEncoded());
			return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException(e);
		}
	}
}
