package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.postkontor.outbox.Sending;

/**
 * How far a mail is.
 *
 * @param remaining at the speed so far; empty as long as nobody can know
 */
public record SendingProgress(long sent, long total, Optional<Duration> remaining) {
	public static SendingProgress of(Sending sending, Instant now) {
		return new SendingProgress(sending.sent(), sending.total(), sending.remaining(now));
	}

	/** From 0 to 1. */
	public double share() {
		return total <= 0 ? 0 : Math.clamp((double) sent / total, 0, 1);
	}
}
