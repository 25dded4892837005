package org.postkontor.transport.internal.sasl;

import org.postkontor.auth.Credential.BearerToken;

/** OAUTHBEARER (RFC 7628); an error is acknowledged by a single 0x01. */
final class OAuthBearerMechanism extends BearerMechanism {
	private final String host;
	private final int port;

	OAuthBearerMechanism(BearerToken credential, String host, int port) {
		super(credential);
		this.host = host;
		this.port = port;
	}

	@Override
	public String name() {
		return "OAUTHBEARER";
	}

	@Override
	String message(String user, String token) {
		return "n,a=" + saslName(user) + ",\1host=" + host + "\1port=" + port + "\1auth=Bearer " + token + "\1\1";
	}

	/** RFC 5801, section 4: the two characters that structure the header. */
	private static String saslName(String user) {
		return user.replace("=", "=3D").replace(",", "=2C");
	}

	@Override
	SaslError read(String said) {
		return new SaslError(said, NamedConfiguration.issuer(said));
	}

	@Override
	byte[] acknowledgement() {
		return new byte[] { 1 };
	}
}
