package org.postkontor.outbox.internal;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/**
 * What was expected last, for a few seconds, as long as neither mails nor lanes nor accounts have changed.
 * Forgotten when memory is short. Thread-safe.
 */
final class SharedForecast {
	private static final Duration FRESH = Duration.ofSeconds(5);

	private SoftReference<@Nullable Made> last = new SoftReference<>(null);

	/** What it depends on besides the time. */
	record Basis(List<OutboxEntry> mails, Map<AccountId, LaneTable.Pause> pauses, List<Account> accounts) {
		/** The list of mails is shared, and a new one if anything has changed. */
		boolean isSame(Basis other) {
			return mails == other.mails && pauses.equals(other.pauses) && accounts.equals(other.accounts);
		}
	}

	private record Made(Basis basis, Instant at, Map<OutboxId, Instant> expected) {
	}

	@FunctionalInterface
	interface Making {
		Map<OutboxId, Instant> make() throws ProblemException;
	}

	/** Who comes while it is made waits for that. */
	synchronized Map<OutboxId, Instant> get(Basis basis, Instant now, Making making) throws ProblemException {
		Made made = last.get();
		if (made == null || !made.basis().isSame(basis) || now.isBefore(made.at()) || !now.isBefore(made.at().plus(FRESH))) {
			made = new Made(basis, now, Map.copyOf(making.make()));
			last = new SoftReference<>(made);
		}
		return made.expected();
	}
}
