package org.postkontor.transport.exchange.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a service answered, read.
 *
 * @param codes  most telling first, the status last
 * @param text   for people, one line, without secrets
 * @param pause   how long it wants to be left alone, if it says so
 * @param claims that it demands of a token (JSON)
 */
public record ServiceAnswer(Meaning meaning, List<String> codes, String text, Optional<Duration> pause, Optional<String> claims) {
	public ServiceAnswer {
		codes = List.copyOf(codes);
	}

	/** The same answer with another meaning. */
	public ServiceAnswer as(Meaning other) {
		return new ServiceAnswer(other, codes, text, pause, claims);
	}
}
