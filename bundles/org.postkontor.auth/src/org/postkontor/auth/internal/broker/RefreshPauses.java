package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * Keeps a provider from being asked again and again for what it has just refused, however many ask for the credential: some
 * providers answer such a storm by blocking the program (Microsoft: 50196). The first tries are free, since one refusal may be
 * a mistake; then the last problem is given without a request. A sign-in ends the pause, also one by another process.
 */
final class RefreshPauses {
	/** Where only a person helps, a second try confirms it. */
	private static final int FREE_FOR_PERSON = 2;
	private static final int FREE = 5;
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

	private final Map<Key, Failed> failures = new ConcurrentHashMap<>();
	private final Clock clock;

	RefreshPauses(Clock clock) {
		this.clock = clock;
	}

	/** @param forced after a refusal by a server: other servers may still take the stored credential, which needs no request */
	record Key(String session, boolean forced) {
	}

	/** @param refreshed of the session that was tried */
	private record Failed(Problem problem, int times, Instant refreshed, Instant until) {
	}

	/** @throws ProblemException the last one, while the provider is not to be asked */
	void check(Key session, Instant refreshed) throws ProblemException {
		Failed failed = failures.get(session);
		if (failed != null && failed.refreshed.equals(refreshed) && clock.instant().isBefore(failed.until)) {
			throw new ProblemException(failed.problem);
		}
	}

	/** A request failed; a cancelled one does not count. */
	void failed(Key session, Instant refreshed, Problem problem) {
		if (problem.kind() != ProblemKind.CANCELLED) {
			failures.compute(session, (id, old) -> next(old != null && old.refreshed.equals(refreshed) ? old.times + 1 : 1, refreshed, problem));
		}
	}

	void succeeded(Key session) {
		failures.remove(session);
	}

	void forget(String session) {
		failures.keySet().removeIf(key -> key.session.equals(session));
	}

	private Failed next(int times, Instant refreshed, Problem problem) {
		boolean person = problem.kind() == ProblemKind.SIGN_IN_NEEDED;
		int paid = times - (person ? FREE_FOR_PERSON : FREE);
		Duration pause = paid < 0 ? Duration.ZERO : person ? PAUSES.getLast() : PAUSES.get(Math.min(paid, PAUSES.size() - 1));
		return new Failed(problem, times, refreshed, clock.instant().plus(pause));
	}
}
