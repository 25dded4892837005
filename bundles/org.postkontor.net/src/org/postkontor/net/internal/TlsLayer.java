package org.postkontor.net.internal;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.postkontor.net.TlsPolicy;
import org.postkontor.net.Trust;

/** Puts TLS with office trust and our parameters on connections. */
final class TlsLayer {
	/** RFC 2818 rules; mail libraries may change it to LDAPS, but not switch it off. */
	static final String ALGORITHM = "HTTPS";

	private final TlsPolicy policy;

	TlsLayer(TlsPolicy policy) {
		this.policy = policy;
	}

	SSLSocket template() throws IOException {
		return with((SSLSocket) factory().createSocket());
	}

	SSLSocket over(Socket below, String host, int port, boolean autoClose) throws IOException {
		return with((SSLSocket) factory().createSocket(new TlsCarrier(below), host, port, autoClose));
	}

	private SSLSocket with(SSLSocket socket) {
		SSLParameters ours = policy.parameters(ALGORITHM);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setProtocols(ours.getProtocols());
		parameters.setEndpointIdentificationAlgorithm(ours.getEndpointIdentificationAlgorithm());
		socket.setSSLParameters(parameters);
		return socket;
	}

	String[] protocols() {
		return policy.parameters(ALGORITHM).getProtocols();
	}

	SSLSocketFactory factory() {
		return policy.context(Trust.OFFICE).getSocketFactory();
	}
}
