package org.postkontor.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import org.postkontor.testkit.Canary;

/** Random strings and the PKCE transformation. */
final class Secrets {

	private static final SecureRandom RANDOM = new SecureRandom();
	static final int LENGTH = 43;
	private static final String USER_CODE = "BCDFGHJKLMNPQRSTVWXZ";

	private Secrets() {
	}

	/**
	 * 43 characters, 186 bits: short enough for every mail server's line limit. It begins with the mark by which it is
	 * found where no secret may be.
	 */
	static String token() {
		return token(LENGTH);
	}

	/** As {@link #token()}, as long as told: real ones have 1,000 to 3,000 characters. */
	static String token(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return (Canary.MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)).substring(0, length);
	}

	/** {@code XXXX-XXXX} without vowels (RFC 8628, 6.1). */
	static String userCode() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < 8; i++) {
			code.append(i == 4 ? "-" : "").append(USER_CODE.charAt(RANDOM.nextInt(USER_CODE.length())));
		}
		return code.toString();
	}

	/** RFC 7636, 4.2, method S256. */
	static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(
					MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
