package org.postkontor.net.internal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.postkontor.net.CertificateRefusedException;
import org.postkontor.net.CertificateRefusedException.Reason;

/**
 * The JDK's own checks in two steps, first the chain and then everything with the host name, so that the reason of a
 * refusal is known without reading exception texts. Never accepts what the JDK does not.
 */
@NonNullByDefault({})
final class TwoStepTrust extends X509ExtendedTrustManager {
	private final X509ExtendedTrustManager jdk;

	TwoStepTrust(X509ExtendedTrustManager jdk) {
		this.jdk = jdk;
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		try {
			jdk.checkServerTrusted(chain, authType);
		} catch (CertificateException e) {
			throw new CertificateRefusedException(reason(e), chain[0], e);
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		checkServerTrusted(chain, authType);
		try {
			jdk.checkServerTrusted(chain, authType, socket);
		} catch (CertificateException e) {
			throw new CertificateRefusedException(Reason.HOST_MISMATCH, chain[0], e);
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		checkServerTrusted(chain, authType);
		try {
			jdk.checkServerTrusted(chain, authType, engine);
		} catch (CertificateException e) {
			throw new CertificateRefusedException(Reason.HOST_MISMATCH, chain[0], e);
		}
	}

	private static Reason reason(Throwable failure) {
		for (Throwable t = failure; t != null; t = t.getCause()) {
			if (t instanceof CertificateExpiredException) {
				return Reason.EXPIRED;
			}
			if (t instanceof CertificateNotYetValidException) {
				return Reason.NOT_YET_VALID;
			}
		}
		return Reason.UNTRUSTED;
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		jdk.checkClientTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		jdk.checkClientTrusted(chain, authType, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		jdk.checkClientTrusted(chain, authType, engine);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return jdk.getAcceptedIssuers();
	}
}
