package org.postkontor.check;

import java.util.List;
import java.util.Optional;

import org.postkontor.problem.Problem;

/**
 * One step of the account test.
 *
 * @param id      key of its text, for example {@code receive.connect}
 * @param detail  what was found, decoded, without secrets
 * @param millis  duration
 */
public record CheckStep(String id, Result result, String detail, long millis, Optional<Problem> problem, List<CheckStep> children) {
	public CheckStep {
		children = List.copyOf(children);
	}

	/** How a step ended. */
	public enum Result {
		RUNNING, PASSED, WARNING, FAILED, SKIPPED
	}
}
