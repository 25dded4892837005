package org.postkontor.auth.internal.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The vault's 256-bit key. Its id is derived from it, so that a damaged key never goes unnoticed. No {@code toString}. */
public final class DataKey {
	private static final int BYTES = 32;
	private static final String FORMAT = "1";

	private final byte[] key;
	private final String id;

	private DataKey(byte[] key) {
		this.key = key;
		this.id = id(key);
	}

	public static DataKey random(SecureRandom random) {
		byte[] key = new byte[BYTES];
		random.nextBytes(key);
		return new DataKey(key);
	}

	/** Reads what {@link #encoded} wrote; empty if it is damaged. */
	public static Optional<DataKey> parse(String text) {
		String[] parts = text.split(":", -1);
		if (parts.length != 3 || !FORMAT.equals(parts[0])) {
			return Optional.empty();
		}
		try {
			DataKey parsed = new DataKey(Base64.getDecoder().decode(parts[2]));
			return parsed.key.length == BYTES && parsed.id.equals(parts[1]) ? Optional.of(parsed) : Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	public String encoded() {
		return FORMAT + ":" + id + ":" + Base64.getEncoder().encodeToString(key);
	}

	/** Sixteen hexadecimal digits; not secret. */
	public String id() {
		return id;
	}

	SecretKey secretKey() {
		return new SecretKeySpec(key, "AES");
	}

	@Override
	public String toString() {
		return "DataKey[" + id + "]";
	}

	private static String id(byte[] key) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update("postkontor vault key id".getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), 8));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
