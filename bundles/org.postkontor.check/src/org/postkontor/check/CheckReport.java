package org.postkontor.check;

import java.time.Instant;
import java.util.List;

import org.postkontor.account.Account;

/** The finished account test. @param steps top level: settings, receive, send, round trip */
public record CheckReport(Account account, Instant started, List<CheckStep> steps) {
	public CheckReport {
		steps = List.copyOf(steps);
	}

	/** True if no step failed. */
	public boolean passed() {
		return steps.stream().noneMatch(s -> s.result() == CheckStep.Result.FAILED);
	}
}
