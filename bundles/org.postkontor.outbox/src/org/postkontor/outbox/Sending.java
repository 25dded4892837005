package org.postkontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail that this process is sending right now.
 *
 * @param sent  bytes that were written so far, at most {@code total}
 * @param since when its first byte was written
 */
public record Sending(OutboxId id, long sent, long total, Instant since) {
	private static final long TOO_EARLY_MILLIS = 500;

	/** How long the rest will take at the speed so far; empty as long as nobody can know. */
	public Optional<Duration> remaining(Instant now) {
		long elapsed = Duration.between(since, now).toMillis();
		if (sent <= 0 || elapsed < TOO_EARLY_MILLIS) {
			return Optional.empty();
		}
		return Optional.of(Duration.ofMillis(Math.round((double) elapsed / sent * Math.max(0, total - sent))));
	}
}
