package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.postkontor.outbox.Lane;
import org.postkontor.outbox.OutboxEntry;

/** Whether a mail is likely to miss its deadline: expected after it, or its lane stands still and the deadline is near. */
record DeadlineRisk(Instant now) {
	private static final Duration NEAR = Duration.ofHours(1);

	boolean of(OutboxEntry entry, Optional<Lane> lane, Optional<Instant> expected) {
		Optional<Instant> deadline = entry.options().notAfter();
		if (deadline.isEmpty() || !entry.state().isWaiting()) {
			return false;
		}
		boolean late = expected.filter(e -> e.isAfter(deadline.get())).isPresent();
		return late || lane.flatMap(Lane::paused).isPresent() && isNear(deadline.get());
	}

	/** When a mail of a lane that stands still comes to be at risk by the mere passing of time. */
	static Instant begins(Instant deadline) {
		return deadline.minus(NEAR);
	}

	private boolean isNear(Instant deadline) {
		return !now.isBefore(begins(deadline));
	}
}
