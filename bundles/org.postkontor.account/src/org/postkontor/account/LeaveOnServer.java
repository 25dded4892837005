package org.postkontor.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long mails stay on a POP3 server once they are stored here.
 *
 * @param days counted from their receipt here; 0: until they are stored, 1-999; empty: always
 */
public record LeaveOnServer(OptionalInt days) {
	public static final int MOST_DAYS = 999;
	/** Nothing is ever deleted there. */
	public static final LeaveOnServer ALWAYS = new LeaveOnServer(OptionalInt.empty());
	/** They are deleted there as soon as they are stored here. */
	public static final LeaveOnServer UNTIL_STORED = days(0);

	public LeaveOnServer {
		if (days.isPresent() && (days.getAsInt() < 0 || days.getAsInt() > MOST_DAYS)) {
			throw new IllegalArgumentException("days on the server: " + days.getAsInt());
		}
	}

	/** @param days 0-999 */
	public static LeaveOnServer days(int days) {
		return new LeaveOnServer(OptionalInt.of(days));
	}

	public boolean isAlways() {
		return days.isEmpty();
	}

	/** Mails that were received here at this instant or earlier stay no longer; empty if all stay. */
	public Optional<Instant> endsForReceivedUntil(Instant now) {
		return days.isEmpty() ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days.getAsInt())));
	}
}
