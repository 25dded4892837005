package org.postkontor.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as a server stored it or the product received it. */
record StoredMail(byte[] bytes) {
	/** What servers on the way put on top (RFC 5321, 4.4, and Postfix). */
	private static final Set<String> TRACE = Set.of("return-path", "delivered-to", "x-original-to", "received");
	private static final Pattern HEADER = Pattern.compile("(?m)^([!-9;-~]+):[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*");
	private static final Pattern QUEUE_ID = Pattern.compile("\\(Postfix\\)\\s+with\\s+\\S+\\s+id\\s+(\\w+)");
	private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

	static StoredMail read(Path file) throws IOException {
		return new StoredMail(Files.readAllBytes(file));
	}

	/** The mail as it was on the wire, if it was stored with line ends of Unix. */
	StoredMail withCrlf() {
		return new StoredMail(text().replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

	/** One byte, one character. */
	String text() {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	String messageId() {
		Matcher id = MESSAGE_ID.matcher(text());
		return id.find() ? id.group(1) : "";
	}

	/** The number that Postfix gave it when it was handed over: two numbers, two mails. */
	String queueId() {
		Matcher id = QUEUE_ID.matcher(text());
		return id.find() ? id.group(1) : "";
	}

	/** SHA-256 without the trace headers on top. */
	String digest() {
		Matcher header = HEADER.matcher(text());
		int start = 0;
		while (header.find(start) && header.start() == start && TRACE.contains(header.group(1).toLowerCase(Locale.ROOT))) {
			start = header.end();
		}
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(bytes, start, bytes.length - start);
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
