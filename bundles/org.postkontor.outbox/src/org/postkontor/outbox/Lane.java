package org.postkontor.outbox;

import java.time.Instant;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.problem.Problem;

/**
 * The queue of one account.
 *
 * @param paused    why it stands still; its mails keep their order and go on by themselves
 * @param throttled until when it waits so that it stays within what its provider allows
 */
public record Lane(AccountId account, Optional<Problem> paused, Optional<Instant> throttled) {
	public Lane(AccountId account, Optional<Problem> paused) {
		this(account, paused, Optional.empty());
	}
}
