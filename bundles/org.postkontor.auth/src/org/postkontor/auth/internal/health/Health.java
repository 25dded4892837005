package org.postkontor.auth.internal.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.postkontor.auth.Session;
import org.postkontor.problem.Problem;

/**
 * What is known about the sign-ins of one (issuer, client id, subject). Immutable.
 *
 * @param used    last time a credential was given out; to the day after a restart
 * @param refusal why a person is needed; empty if nothing says so
 * @param ends    how earlier sign-ins ended, oldest first
 */
record Health(String issuer, String clientId, Optional<Instant> used, Optional<Refusal> refusal, List<End> ends) {
	private static final int MOST_ENDS = 5;

	Health {
		ends = List.copyOf(ends);
	}

	/** @param at when it was said */
	record Refusal(Problem problem, Instant at) {
	}

	/** Why a person is needed; what was said before the session was made or refreshed, maybe by another process, is over. */
	Optional<Problem> problem(Session session) {
		return refusal.filter(said -> !said.at().isBefore(session.refreshed())).map(Refusal::problem);
	}

	static Health unknown(Session session) {
		return new Health(session.issuer(), session.clientId(), Optional.empty(), Optional.empty(), List.of());
	}

	Health used(Instant now) {
		return new Health(issuer, clientId, Optional.of(now), Optional.empty(), ends);
	}

	/** A person signed in. */
	Health renewed() {
		return new Health(issuer, clientId, used, Optional.empty(), ends);
	}

	Health ended(Problem why, Instant now, Optional<End> end) {
		List<End> more = new java.util.ArrayList<>(ends);
		end.filter(e -> ends.stream().noneMatch(known -> known.issued().equals(e.issued()))).ifPresent(more::add);
		return new Health(issuer, clientId, used, Optional.of(new Refusal(why, now)), more.subList(Math.max(0, more.size() - MOST_ENDS), more.size()));
	}
}
