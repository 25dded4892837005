package org.postkontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;

/**
 * Remembers secrets that do not begin with {@link Canary#MARK}, such as passwords and what the product itself has made up,
 * in the file that the environment variable {@code POSTKONTOR_SECRETS} names; without it nothing is written. {@code ./test}
 * sets it, and afterwards looks for them in all that the tests have left behind. Thread-safe, across processes too.
 */
public final class SecretLedger {

	private static final String VARIABLE = "POSTKONTOR_SECRETS";
	/** Shorter ones would be found by chance. */
	private static final int SHORTEST = 8;

	private SecretLedger() {
	}

	/** @param kind what is said when it is found somewhere; the secret itself never is */
	public static void note(String kind, String secret) {
		String file = System.getenv(VARIABLE);
		if (file == null || secret.length() < SHORTEST || secret.startsWith(Canary.MARK)) {
			return;
		}
		String line = kind + "\t" + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)) + "\n";
		try {
			// One small write at the end of the file is not torn apart by others.
			Files.write(Path.of(file), line.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
