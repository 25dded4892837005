package org.postkontor.demo.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A mail as bytes, and its digest without what servers on the way put on top of it. */
record FrozenMail(byte[] bytes) {
	private static final Set<String> TRACE = Set.of("received", "return-path", "delivered-to", "x-original-to", "envelope-to");

	/** Looks for the mail among the files of the home: where the product keeps it is the product's business. */
	static FrozenMail find(Path home, String messageId) throws IOException, JourneyStopped {
		List<Path> files;
		try (var walk = Files.walk(home)) {
			files = walk.filter(Files::isRegularFile).toList();
		}
		for (Path file : files) {
			byte[] start;
			try (var in = Files.newInputStream(file)) {
				start = in.readNBytes(16_384);
			}
			String text = new String(start, StandardCharsets.ISO_8859_1);
			if (text.contains(messageId) && text.matches("(?s)[A-Za-z-]+: .*")) {
				return new FrozenMail(Files.readAllBytes(file));
			}
		}
		throw new JourneyStopped("no file of the home has the mail " + messageId);
	}

	/** SHA-256 of the mail from the first header on that is not a trace header. */
	String digest() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			int start = afterTrace();
			digest.update(bytes, start, bytes.length - start);
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private int afterTrace() {
		int start = 0;
		boolean trace = true;
		for (int at = 0; at < bytes.length && trace; at = nextLine(at)) {
			boolean folded = bytes[at] == ' ' || bytes[at] == '\t';
			trace = folded || isTrace(at);
			if (!trace) {
				start = at;
			}
		}
		return start;
	}

	private boolean isTrace(int at) {
		int colon = at;
		while (colon < bytes.length && bytes[colon] != ':' && bytes[colon] != '\n') {
			colon++;
		}
		return TRACE.contains(new String(bytes, at, colon - at, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT));
	}

	private int nextLine(int at) {
		int end = at;
		while (end < bytes.length && bytes[end] != '\n') {
			end++;
		}
		return end + 1;
	}
}
