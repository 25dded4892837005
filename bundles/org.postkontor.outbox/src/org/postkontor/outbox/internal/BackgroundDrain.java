package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Optional;

import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.problem.ProblemException;

/** What the dispatcher needs of the outbox besides its API. */
public interface BackgroundDrain {
	/** When something is due next; in the past if it is due. */
	Optional<Instant> nextDue() throws ProblemException;

	/** Sends what is due; leaves paused lanes alone until their time. */
	DrainSummary drainDue() throws ProblemException;

	/** Once in some minutes: what is done when nothing has to be sent, unless another process drains. */
	void tidy() throws ProblemException;

	/** Lets lanes go on whose account or sign-in has changed since they paused. */
	void wakeChanged() throws ProblemException;

	/** Lets lanes go on that paused because a server could not be reached. */
	void wakeUnreachable() throws ProblemException;
}
