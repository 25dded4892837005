package org.postkontor.contract;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.postkontor.message.Envelope;
import org.postkontor.message.OutgoingMessage;

/** Frozen mails for contract tests. */
public final class ContractMail {
	private static final Instant DATE = Instant.parse("2026-11-02T08:00:00Z");

	private ContractMail() {
	}

	/** Lines that begin with dots, and nothing else special. */
	public static byte[] bytes(String name) {
		return ("Message-ID: " + id(name) + "\r\nDate: Mon, 2 Nov 2026 08:00:00 +0000\r\nFrom: anna@example.test\r\n"
				+ "To: ben@example.test\r\nSubject: " + name + "\r\n\r\n.\r\n..\r\n.dot at the start\r\n\r\nlast line\r\n")
						.getBytes(StandardCharsets.US_ASCII);
	}

	public static String id(String name) {
		return "<" + name + "@contract.example.test>";
	}

	public static OutgoingMessage mail(String name, String... recipients) {
		return mail(name, bytes(name), recipients);
	}

	public static OutgoingMessage mail(String name, byte[] bytes, String... recipients) {
		return new OutgoingMessage(id(name), DATE, name, new Envelope("anna@example.test", List.of(recipients)), bytes.length, sha256(bytes),
				() -> new ByteArrayInputStream(bytes));
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
