package org.postkontor.auth.internal.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;

/**
 * An administrator was asked. Immutable.
 *
 * @param session   of the user's identity, to ask with; empty: the one that the account is bound to
 * @param automatic whether a session is there to ask with
 * @param tries     how often the provider was asked
 * @param next      when it is asked again
 */
public record PendingConsent(AccountId account, Set<Direction> directions, Instant asked, Optional<String> session, boolean automatic, int tries,
		Instant next) {
	private static final List<Duration> BACK_OFF = java.util.stream.IntStream.of(1, 2, 5, 15, 30, 60).mapToObj(Duration::ofMinutes).toList();

	public PendingConsent {
		directions = Set.copyOf(directions);
	}

	public static PendingConsent of(AccountId account, Set<Direction> directions, boolean automatic, Instant now) {
		return new PendingConsent(account, directions, now, Optional.empty(), automatic, 0, now.plus(BACK_OFF.getFirst()));
	}

	public PendingConsent with(String newSession) {
		return new PendingConsent(account, directions, asked, Optional.of(newSession), true, tries, next);
	}

	/** Only a person can go on. */
	public PendingConsent stuck() {
		return new PendingConsent(account, directions, asked, Optional.empty(), false, tries, next);
	}

	/** The account is bound to a session that can be asked with. */
	public PendingConsent bound() {
		return new PendingConsent(account, directions, asked, Optional.empty(), true, tries, next);
	}

	/** The provider is being asked; with the next time. */
	public PendingConsent tried(Instant now) {
		int count = tries + 1;
		return new PendingConsent(account, directions, asked, session, automatic, count, now.plus(BACK_OFF.get(Math.min(count, BACK_OFF.size() - 1))));
	}

	/** Asked again as soon as possible. */
	public PendingConsent due(Instant now) {
		return new PendingConsent(account, directions, asked, session, automatic, 0, now);
	}

	public boolean isDue(Instant now) {
		return automatic && !next.isAfter(now);
	}
}
