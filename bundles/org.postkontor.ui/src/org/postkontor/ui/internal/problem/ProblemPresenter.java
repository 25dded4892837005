package org.postkontor.ui.internal.problem;

import java.util.Optional;

import org.postkontor.problem.Problem;

/** Shows problems to the user. Called on the user interface's thread; returns at once. */
public interface ProblemPresenter {
	/** Shows a problem without an action; kind CANCELLED is not shown. */
	default void show(Problem problem) {
		show(problem, Optional.empty());
	}

	/** @param remedy what the one button does */
	void show(Problem problem, Optional<Runnable> remedy);
}
