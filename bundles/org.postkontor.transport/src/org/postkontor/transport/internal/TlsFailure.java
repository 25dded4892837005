package org.postkontor.transport.internal;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;

/** What made TLS fail, found out from the types of a chain of exceptions; the result only chooses a text. */
enum TlsFailure {
	EXPIRED("tls.expired"), UNTRUSTED("tls.untrusted"), HOST_MISMATCH("tls.host-mismatch"), NO_TLS("transport.plain-only"),
	HANDSHAKE("tls.handshake");

	private final String id;

	TlsFailure(String id) {
		this.id = id;
	}

	String id() {
		return id;
	}

	/** Empty if the chain does not speak of TLS, or of a connection lost inside TLS. */
	static Optional<TlsFailure> of(List<Throwable> chain) {
		if (chain.stream().noneMatch(e -> e instanceof SSLException || e instanceof CertificateException)) {
			return Optional.empty();
		}
		if (any(chain, CertificateExpiredException.class) || any(chain, CertificateNotYetValidException.class)
				|| chain.stream().anyMatch(e -> e instanceof CertPathValidatorException v && v.getReason() == BasicReason.EXPIRED)) {
			return Optional.of(EXPIRED);
		}
		if (any(chain, CertPathBuilderException.class) || any(chain, CertPathValidatorException.class)) {
			return Optional.of(UNTRUSTED);
		}
		if (any(chain, CertificateException.class) || any(chain, SSLPeerUnverifiedException.class)) {
			return Optional.of(HOST_MISMATCH);
		}
		if (any(chain, SocketException.class) || any(chain, EOFException.class) || any(chain, SocketTimeoutException.class)) {
			return Optional.empty();
		}
		boolean typed = any(chain, SSLHandshakeException.class) || any(chain, SSLProtocolException.class);
		return Optional.of(typed ? HANDSHAKE : NO_TLS);
	}

	private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
		return chain.stream().anyMatch(type::isInstance);
	}
}
