package org.postkontor.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * The office's own certificate authorities, registered as an OSGi service by the application (command line option
 * {@code --trust-ca}, branding file or provisioning). Without the service only the JDK's authorities are trusted.
 */
public record OfficeTrust(List<X509Certificate> authorities) {
	public OfficeTrust {
		authorities = List.copyOf(authorities);
	}

	private static final long LARGEST_FILE = 1 << 20;

	/**
	 * Reads the authorities of a PEM file (one or several certificates) or of a single DER certificate.
	 *
	 * @throws ProblemException kind CONFIGURATION with value {@code file}: {@code tls.ca-unreadable}, {@code tls.ca-invalid} (no
	 *                          certificate inside), {@code tls.ca-not-authority} (a server's certificate, value
	 *                          {@code subject})
	 */
	public static OfficeTrust read(Path file) throws ProblemException {
		List<X509Certificate> found = new ArrayList<>();
		for (Certificate each : parse(file)) {
			if (!(each instanceof X509Certificate certificate)) {
				throw problem("tls.ca-invalid", file, null);
			}
			if (certificate.getBasicConstraints() < 0) {
				throw new ProblemException(problem("tls.ca-not-authority", file, null).problem().with("subject",
						certificate.getSubjectX500Principal().getName()));
			}
			found.add(certificate);
		}
		if (found.isEmpty()) {
			throw problem("tls.ca-invalid", file, null);
		}
		return new OfficeTrust(found);
	}

	private static Iterable<? extends Certificate> parse(Path file) throws ProblemException {
		try {
			if (Files.size(file) > LARGEST_FILE) {
				throw problem("tls.ca-invalid", file, null);
			}
			return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
		} catch (IOException e) {
			throw problem("tls.ca-unreadable", file, e);
		} catch (CertificateException e) {
			throw problem("tls.ca-invalid", file, e);
		}
	}

	private static ProblemException problem(String id, Path file, @Nullable Exception cause) {
		return new ProblemException(Problem.of(id, ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.NONE).with("file", file), cause);
	}
}
