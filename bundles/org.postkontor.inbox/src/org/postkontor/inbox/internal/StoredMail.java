package org.postkontor.inbox.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What was written down of the bytes of a mail when it was received. */
record StoredMail(String uid, String file, String sha256) {
	/** Whether the file still has these bytes; false also if it cannot be read. */
	boolean isIn(Path path) {
		try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha256);
		} catch (IOException e) {
			return false;
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
