package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/**
 * The due mails of a lane, each handed to one line at a time. A mail is read after the line that had it before recorded what
 * became of it: who has got the mail already is never out of date. Thread-safe.
 */
final class LaneQueue {
	private final AccountId account;
	private final DueMails due;
	private final Set<OutboxId> taken = new HashSet<>();

	LaneQueue(AccountId account, DueMails due) {
		this.account = account;
		this.due = due;
	}

	/** The next one, which belongs to the caller until it is {@linkplain #done done}. */
	synchronized Optional<StoredMail> take(Instant now) throws ProblemException {
		Optional<StoredMail> next = due.nextToSend(account, taken, now);
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
