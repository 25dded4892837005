package org.postkontor.auth.microsoft.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** State, nonce and PKCE verifier: 256 bits each, 43 characters. */
final class Randomness {
	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private Randomness() {
	}

	static String text() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return BASE64.encodeToString(bytes);
	}

	/** RFC 7636, 4.2, method S256. */
	static String challenge(String verifier) {
		try {
			return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
