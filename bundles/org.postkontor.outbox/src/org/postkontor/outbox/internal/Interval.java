package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/** That something is done from time to time by this process, at the first question, too. Thread-safe. */
final class Interval {
	private final Duration length;
	private @Nullable Instant last;

	Interval(Duration length) {
		this.length = length;
	}

	/** True once in each interval; also when the clock was put back. */
	synchronized boolean isTime(Instant now) {
		Instant before = last;
		boolean time = before == null || now.isBefore(before) || !now.isBefore(before.plus(length));
		if (time) {
			last = now;
		}
		return time;
	}

	/** At the next question. */
	synchronized void soon() {
		last = null;
	}
}
