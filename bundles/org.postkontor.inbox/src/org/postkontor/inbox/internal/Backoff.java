package org.postkontor.inbox.internal;

import java.time.Duration;
import java.util.List;

/** How long to wait before connecting again: longer each time, and short again after a connection that has lasted. */
final class Backoff {
	private static final List<Duration> STEPS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
			Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(3));
	private static final Duration LASTING = Duration.ofMinutes(1);
	private int next;

	/** @param lasted how long the last try took until it failed */
	Duration after(Duration lasted) {
		if (lasted.compareTo(LASTING) > 0) {
			next = 0;
		}
		Duration step = STEPS.get(next);
		next = Math.min(next + 1, STEPS.size() - 1);
		return step;
	}
}
