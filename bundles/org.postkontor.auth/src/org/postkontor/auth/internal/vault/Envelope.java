package org.postkontor.auth.internal.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One vault file: {@code PKV}, format version, key id (16), nonce (12), AES-256-GCM cipher text with tag, CRC-32 of all
 * before. Format, key id and entry id are authenticated. The check sum tells damage from another key without any key.
 */
record Envelope(int format, String keyId, byte[] nonce, byte[] cipherText) {
	static final int FORMAT = 1;
	private static final byte[] MAGIC = "PKV".getBytes(StandardCharsets.US_ASCII);
	private static final int KEY_ID = 16;
	private static final int NONCE = 12;
	private static final int TAG_BITS = 128;
	private static final int HEADER = MAGIC.length + 1 + KEY_ID + NONCE;

	/** The bytes of a new file, with a fresh nonce. */
	static byte[] seal(DataKey key, String entry, byte[] plain, SecureRandom random) throws GeneralSecurityException {
		byte[] nonce = new byte[NONCE];
		random.nextBytes(nonce);
		byte[] cipherText = cipher(Cipher.ENCRYPT_MODE, key, entry, nonce).doFinal(plain);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(MAGIC);
		out.write(FORMAT);
		out.writeBytes(key.id().getBytes(StandardCharsets.US_ASCII));
		out.writeBytes(nonce);
		out.writeBytes(cipherText);
		out.writeBytes(crc(out.toByteArray()));
		return out.toByteArray();
	}

	/** A newer format is returned with its number only. */
	static Envelope parse(byte[] file) throws DamagedEntryException {
		if (file.length <= MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
			throw new DamagedEntryException("no vault file");
		}
		int format = file[MAGIC.length];
		if (format > FORMAT) {
			return new Envelope(format, "", new byte[0], new byte[0]);
		}
		int end = file.length - Integer.BYTES;
		if (format < 1 || end < HEADER || !Arrays.equals(crc(Arrays.copyOf(file, end)), Arrays.copyOfRange(file, end, file.length))) {
			throw new DamagedEntryException("check sum");
		}
		int keyId = MAGIC.length + 1;
		return new Envelope(format, new String(file, keyId, KEY_ID, StandardCharsets.US_ASCII), Arrays.copyOfRange(file, keyId + KEY_ID, HEADER),
				Arrays.copyOfRange(file, HEADER, end));
	}

	byte[] open(DataKey key, String entry) throws DamagedEntryException {
		try {
			return cipher(Cipher.DECRYPT_MODE, key, entry, nonce).doFinal(cipherText);
		} catch (AEADBadTagException e) {
			throw new DamagedEntryException("authentication tag");
		} catch (GeneralSecurityException e) {
			throw new DamagedEntryException("cipher text");
		}
	}

	private static Cipher cipher(int mode, DataKey key, String entry, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key.secretKey(), new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(("PKV" + FORMAT + '\0' + key.id() + '\0' + entry).getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static byte[] crc(byte[] bytes) {
		CRC32 crc = new CRC32();
		crc.update(bytes);
		return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
	}
}
