package org.postkontor.auth.spi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * Collects what a {@link RegistrationCheck} finds. What every provider has in common: a mistake ends the check, a cancelled
 * question leaves its step unknown, and a sign-in that works proves what could not be seen before. For one check, one thread.
 */
public final class RegistrationFindings {
	/** Errors of a sign-in that are about the application, not about its rights; RFC 6749, 5.2. */
	private static final Set<String> ABOUT_CLIENT = Set.of("invalid_client", "invalid_request", "unauthorized_client");

	private final Map<Step, Finding> findings = new EnumMap<>(Step.class);

	/** One question. */
	@FunctionalInterface
	public interface Question {
		/** @throws ProblemException the mistake, or kind CANCELLED */
		Result ask() throws ProblemException;
	}

	/** @return whether to go on: not after a mistake, nor after a cancelled question */
	public boolean add(Step step, Question question) {
		try {
			findings.put(step, new Finding(step, question.ask(), Optional.empty()));
			return true;
		} catch (ProblemException e) {
			failed(step, e.problem());
			return false;
		}
	}

	/**
	 * The last two steps, which a person has to take part in.
	 *
	 * @param browser whether the sign-in comes back through the redirect address
	 * @param signIn  throws what keeps the person from signing in
	 * @param refresh throws what keeps the sign-in from being refreshed
	 */
	public void signIn(boolean browser, Question signIn, Question refresh) {
		try {
			findings.put(Step.RIGHTS, new Finding(Step.RIGHTS, signIn.ask(), Optional.empty()));
			findings.replaceAll((step, finding) -> finding.result() == Result.UNKNOWN && (browser || step != Step.REDIRECT)
					? new Finding(step, Optional.empty())
					: finding);
			add(Step.REFRESH, refresh);
		} catch (ProblemException e) {
			refused(e.problem());
		}
	}

	/** In the order of the steps. */
	public List<Finding> list() {
		return List.copyOf(findings.values());
	}

	/** How a client may prove itself may show only when a code is redeemed. */
	private void refused(Problem problem) {
		boolean client = ABOUT_CLIENT.contains(problem.details().getOrDefault("error", "")) || problem.id().equals("auth.client-secret-missing");
		failed(client ? Step.CLIENT_KIND : Step.RIGHTS, problem);
	}

	/** The step has a mistake, and what seemed to be known after it counts no more; a cancelled one is unknown, as is everything after it. */
	public void failed(Step step, Problem problem) {
		if (problem.kind() != ProblemKind.CANCELLED) {
			findings.keySet().removeIf(other -> other.compareTo(step) > 0);
			findings.put(step, new Finding(step, Optional.of(problem)));
			return;
		}
		for (Step left : Step.values()) {
			if (left.compareTo(step) >= 0) {
				findings.put(left, Finding.unknown(left));
			}
		}
	}
}
