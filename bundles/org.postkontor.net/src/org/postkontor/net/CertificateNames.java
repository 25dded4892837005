package org.postkontor.net;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

/** The names a certificate is for, as one line for people. */
final class CertificateNames {
	private static final int DNS = 2;
	private static final int ADDRESS = 7;
	private static final int MOST = 10;

	private CertificateNames() {
	}

	static String of(X509Certificate certificate) {
		try {
			@Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			if (names == null) {
				return "";
			}
			return names.stream().filter(n -> n.get(0) instanceof Integer type && (type == DNS || type == ADDRESS))
					.map(n -> String.valueOf(n.get(1))).limit(MOST).collect(Collectors.joining(", "));
		} catch (CertificateParsingException e) {
			return "?";
		}
	}
}
