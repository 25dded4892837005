package org.postkontor.net;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/**
 * The server's certificate was not accepted; says which of the checks failed, so that nobody has to read the text of an
 * exception. Thrown by the trust managers of {@link TlsPolicy}, and found inside the {@code SSLException} of a failed
 * handshake.
 */
public final class CertificateRefusedException extends CertificateException {
	private static final long serialVersionUID = 1L;

	/** Which check failed. */
	public enum Reason {
		/** No chain to a trusted authority (RFC 5280, 6). */
		UNTRUSTED,
		/** The certificate is for another host (RFC 6125, RFC 9525). */
		HOST_MISMATCH,
		/** Not valid any more. */
		EXPIRED,
		/** Not valid yet: often the clock of this computer is wrong. */
		NOT_YET_VALID
	}

	private final Reason reason;
	private final transient X509Certificate certificate;

	public CertificateRefusedException(Reason reason, X509Certificate certificate, Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
		this.certificate = certificate;
	}

	public Reason reason() {
		return reason;
	}

	/** The certificate of the server itself, unverified: for display only. */
	public X509Certificate certificate() {
		return certificate;
	}
}
