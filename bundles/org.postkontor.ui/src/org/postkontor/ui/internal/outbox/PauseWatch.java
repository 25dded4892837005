package org.postkontor.ui.internal.outbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.postkontor.account.AccountId;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;

/**
 * Finds the accounts with mails whose sending came to stand still since the last look and needs somebody. Trouble that time
 * heals is none, and sign-ins have their own reminder. Not thread-safe.
 */
public final class PauseWatch {
	private Set<AccountId> told = Set.of();

	/** One paused mail of each account to tell about. */
	public List<OutboxRow> look(List<OutboxRow> rows) {
		Map<AccountId, OutboxRow> stuck = new LinkedHashMap<>();
		rows.stream().filter(r -> r.isPaused() && r.problem().filter(PauseWatch::needsSomebody).isPresent())
				.forEach(r -> stuck.putIfAbsent(r.entry().account(), r));
		List<OutboxRow> news = stuck.values().stream().filter(r -> !told.contains(r.entry().account())).toList();
		told = new HashSet<>(stuck.keySet());
		return news;
	}

	private static boolean needsSomebody(Problem problem) {
		return problem.fixer() != Fixer.TIME && !problem.kind().isTransient() && problem.kind() != ProblemKind.SIGN_IN_NEEDED
				&& problem.kind() != ProblemKind.CONSENT_NEEDED;
	}
}
