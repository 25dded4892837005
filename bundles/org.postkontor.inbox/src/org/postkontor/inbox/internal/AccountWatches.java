package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.postkontor.account.AccountId;
import org.postkontor.inbox.Inbox;

/** At most one watch for each account. A watch is never changed: it is cancelled, and the next one begins when it is over. */
final class AccountWatches {
	private static final Duration END = Duration.ofSeconds(3);

	private final Inbox inbox;
	private final Clock clock;
	private final Runnable onEnd;
	private final Map<AccountId, AccountWatch> watches = new HashMap<>();

	/** @param onEnd called, on any thread, when a watch is over */
	AccountWatches(Inbox inbox, Clock clock, Runnable onEnd) {
		this.inbox = inbox;
		this.clock = clock;
		this.onEnd = onEnd;
	}

	/**
	 * @param stamps of the accounts that are to be watched
	 * @param woken  whether all connections may be dead without a word
	 */
	void look(Map<AccountId, String> stamps, boolean woken) {
		Set<AccountId> all = new HashSet<>(watches.keySet());
		all.addAll(stamps.keySet());
		all.forEach(id -> look(id, Optional.ofNullable(stamps.get(id)), woken));
	}

	private void look(AccountId id, Optional<String> stamp, boolean woken) {
		AccountWatch watch = watches.get(id);
		if (watch != null && !watch.isOver()) {
			if (woken || stamp.filter(watch::isOf).isEmpty()) {
				watch.cancel();
			}
		} else if (stamp.isEmpty()) {
			watches.remove(id);
		} else if (watch == null || watch.isWorthAnother(stamp.get(), woken)) {
			AccountWatch next = new AccountWatch(id, stamp.get(), clock);
			watches.put(id, next);
			next.start(inbox, onEnd);
		}
	}

	/** Ends all, within a few seconds. */
	void end() throws InterruptedException {
		watches.values().forEach(AccountWatch::cancel);
		long end = System.nanoTime() + END.toNanos();
		for (AccountWatch watch : watches.values()) {
			watch.await(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
		}
	}
}
