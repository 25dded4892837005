package org.postkontor.transport.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that is asked too often. There is no response code for it: Exchange Online and Gmail refuse the sign-in with the
 * words below, which say nothing about the credential.
 */
public final class Throttling {
	private static final Pattern WORDS = Pattern.compile("(?i)suggested backoff time|request is throttled|too many simultaneous connections");
	private static final Pattern SUGGESTED = Pattern.compile("(?i)suggested backoff time:?\\s*(\\d{1,9})\\s*milliseconds");

	private Throttling() {
	}

	/** Whether the words are about being asked too often. */
	public static boolean isIn(String words) {
		return WORDS.matcher(words).find();
	}

	/** How long the server wants us to wait, if it says so. */
	public static Optional<Duration> suggested(String words) {
		Matcher suggested = SUGGESTED.matcher(words);
		return suggested.find() ? Optional.of(Duration.ofMillis(Long.parseLong(suggested.group(1)))) : Optional.empty();
	}
}
