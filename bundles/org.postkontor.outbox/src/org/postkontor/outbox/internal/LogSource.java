package org.postkontor.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Transmission;
import org.postkontor.problem.ProblemException;

/** What the outbox gives to its transmission log. */
public interface LogSource {
	Optional<Transmission> transmission(OutboxId id) throws ProblemException;

	/** Accepted in {@code [from, to)}, oldest first. */
	List<OutboxId> accepted(Optional<AccountId> account, Optional<Instant> from, Optional<Instant> to) throws ProblemException;

	Duration keepLog() throws ProblemException;

	void keepLog(Duration keep) throws ProblemException;
}
