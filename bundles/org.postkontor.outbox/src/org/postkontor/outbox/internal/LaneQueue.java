package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/**
 * The due mails of a lane, each handed to one line at a time. A mail is read after the line that had it before recorded what
 * became of it: who has got the mail already is never out of date. Several are read at once for lines that are fast: what came
 * to one of them meanwhile is noticed when its attempt is recorded. Thread-safe.
 */
final class LaneQueue {
	private static final int AT_ONCE = 10;
	/** For so long a mail that was read may wait behind others, and a more urgent one behind it. */
	private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final AccountId account;
	private final DueMails due;
	private final Set<OutboxId> taken = new HashSet<>();
	private final Deque<StoredMail> read = new ArrayDeque<>();
	private long readAt;

	LaneQueue(AccountId account, DueMails due) {
		this.account = account;
		this.due = due;
	}

	/** The next one, which belongs to the caller until it is {@linkplain #done done}. */
	synchronized Optional<StoredMail> take(Instant now) throws ProblemException {
		if (read.isEmpty() || System.nanoTime() - readAt > FRESH_NANOS) {
			readAt = System.nanoTime();
			read.clear();
			read.addAll(due.nextToSend(account, taken, AT_ONCE, now));
		}
		Optional<StoredMail> next = Optional.ofNullable(read.poll());
		next.ifPresent(mail -> taken.add(mail.id()));
		return next;
	}

	synchronized void done(StoredMail mail) {
		taken.remove(mail.id());
	}

	boolean holds(int mails, Instant now) throws ProblemException {
		return due.hasDue(account, mails, now);
	}
}
