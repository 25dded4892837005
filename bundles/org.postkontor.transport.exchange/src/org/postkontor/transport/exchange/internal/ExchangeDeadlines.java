package org.postkontor.transport.exchange.internal;

import java.time.Duration;

/**
 * How long requests may take.
 *
 * @param probe          for one without a mail
 * @param answer         for the answer to a mail; a short one would produce doubts
 * @param bytesPerSecond that an office's line takes at least
 */
public record ExchangeDeadlines(Duration probe, Duration answer, int bytesPerSecond) {
	public static final ExchangeDeadlines STANDARD = new ExchangeDeadlines(Duration.ofSeconds(60), Duration.ofMinutes(5), 1 << 14);

	/** For a request of so many bytes. */
	public Duration forMail(long bytes) {
		return answer.plusSeconds(bytes / bytesPerSecond);
	}
}
