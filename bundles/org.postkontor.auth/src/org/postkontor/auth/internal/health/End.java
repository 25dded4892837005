package org.postkontor.auth.internal.health;

import java.time.Duration;
import java.time.Instant;

/**
 * How one sign-in ended: somewhere between its last success and the refusal.
 *
 * @param issued    when a person had signed in
 * @param good      last success
 * @param refused   when the provider said that a person is needed
 * @param frequency whether it said that the organisation's sign-in frequency is the reason
 */
record End(Instant issued, Instant good, Instant refused, boolean frequency) {
	private static final Duration HOUR = Duration.ofHours(1);

	/** How long it had lived, at most. */
	Duration life() {
		return Duration.between(issued, refused);
	}

	/** Whether it was watched closely enough to tell its life: a computer that was off for weeks learns nothing. */
	boolean isExact() {
		Duration gap = Duration.between(good, refused);
		Duration tolerated = life().dividedBy(10);
		return life().compareTo(HOUR) >= 0 && gap.compareTo(tolerated.compareTo(HOUR) < 0 ? HOUR : tolerated) <= 0;
	}
}
