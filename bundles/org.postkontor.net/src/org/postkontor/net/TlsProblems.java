package org.postkontor.net;

import java.security.cert.X509Certificate;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The problems of TLS. */
final class TlsProblems {
	private TlsProblems() {
	}

	static Problem of(CertificateRefusedException refused) {
		X509Certificate certificate = refused.certificate();
		Problem problem = switch (refused.reason()) {
		case UNTRUSTED -> Problem.of("tls.untrusted", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.SHOW_CERTIFICATE);
		case HOST_MISMATCH -> Problem.of("tls.host-mismatch", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.SHOW_CERTIFICATE);
		case EXPIRED -> Problem.of("tls.expired", ProblemKind.CERTIFICATE, Fixer.PROVIDER, Remedy.SHOW_CERTIFICATE);
		case NOT_YET_VALID -> Problem.of("tls.not-yet-valid", ProblemKind.CERTIFICATE, Fixer.USER, Remedy.CHECK_CLOCK);
		};
		return problem.detail("subject", certificate.getSubjectX500Principal().getName())
				.detail("issuer", certificate.getIssuerX500Principal().getName())
				.detail("notBefore", certificate.getNotBefore().toInstant()).detail("notAfter", certificate.getNotAfter().toInstant())
				.detail("names", CertificateNames.of(certificate));
	}

	/** A handshake that failed for another reason than the certificate. */
	static Problem of(SSLException failure) {
		String id = failure instanceof SSLHandshakeException ? "tls.handshake" : withoutTls(failure) ? "tls.none" : "tls.failed";
		Problem problem = switch (id) {
		case "tls.none" -> Problem.of("tls.none", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
		case "tls.handshake" -> Problem.of("tls.handshake", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.RETRY);
		default -> Problem.of("tls.failed", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.RETRY);
		};
		return problem.detail("tls", String.valueOf(failure.getMessage()));
	}

	/** Only chooses the text: the JDK tells plain text from TLS by its message alone. Our own sockets look at the first byte. */
	private static boolean withoutTls(SSLException failure) {
		return String.valueOf(failure.getMessage()).contains("SSL message");
	}
}
