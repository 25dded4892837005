package org.postkontor.transport.exchange.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.problem.Problem;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** What answers mean for a mail: all recipients or none. */
final class ServiceOutcomes {
	private final ExchangeProblems problems;
	private final String sender;

	/** @param sender of the envelope */
	ServiceOutcomes(ExchangeProblems problems, String sender) {
		this.problems = problems;
		this.sender = sender;
	}

	/** @param complete whether the whole request was sent; without it nobody can have accepted anything */
	SendOutcome of(ServiceAnswer answer, List<String> recipients, boolean complete) {
		if (answer.meaning() == Meaning.ACCEPTED && complete) {
			return new SendOutcome.Accepted(answer.text(), all(recipients, new RecipientResult.Accepted(answer.text())));
		}
		ServiceAnswer refused = answer.meaning() == Meaning.ACCEPTED ? answer.as(Meaning.ODD) : answer;
		return refused(refused, problems.of(refused), recipients, complete);
	}

	private SendOutcome refused(ServiceAnswer answer, Problem problem, List<String> recipients, boolean complete) {
		return switch (answer.meaning()) {
		case REJECTED, TOO_LARGE -> new SendOutcome.Rejected(addressed(problem), all(recipients, new RecipientResult.Rejected(answer.text())));
		case DEFERRED -> new SendOutcome.Deferred(problem, all(recipients, new RecipientResult.Deferred(answer.text())));
		case DOUBT -> complete ? new SendOutcome.InDoubt(problem) : new SendOutcome.NotSent(problems.lost());
		default -> new SendOutcome.Declined(problem);
		};
	}

	/** Who sends and who signed in often differ where a sender is refused. */
	private Problem addressed(Problem problem) {
		return problem.detail("sender", sender).detail("user", problem.values().getOrDefault("user", ""));
	}

	private static Map<String, RecipientResult> all(List<String> recipients, RecipientResult result) {
		Map<String, RecipientResult> results = new LinkedHashMap<>();
		recipients.forEach(recipient -> results.put(recipient, result));
		return results;
	}
}
