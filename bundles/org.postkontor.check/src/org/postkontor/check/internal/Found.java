package org.postkontor.check.internal;

import java.util.Optional;

import org.postkontor.check.CheckStep.Result;
import org.postkontor.problem.Problem;

/** What a step that did not fail found. @param value for the steps that depend on it */
record Found<T>(T value, String detail, Result result, Optional<Problem> problem) {

	static <T> Found<T> of(T value, String detail) {
		return new Found<>(value, detail, Result.PASSED, Optional.empty());
	}

	static <T> Found<T> warning(T value, String detail, Problem problem) {
		return new Found<>(value, detail, Result.WARNING, Optional.of(problem));
	}

	/** Could not be found out; the problem says why. */
	static <T> Found<T> untested(T value, Problem problem) {
		return new Found<>(value, "", Result.SKIPPED, Optional.of(problem));
	}

	/** Worth a look, without a problem of its own. */
	static <T> Found<T> warning(T value, String detail) {
		return new Found<>(value, detail, Result.WARNING, Optional.empty());
	}
}
