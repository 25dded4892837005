package org.postkontor.problem;

/**
 * Chooses the explanation for what a provider or a server said. OSGi service, thread-safe. The data has a row for each known
 * code; other bundles add rows by the extension point {@code org.postkontor.problem.explanations}.
 */
public interface Explanations {
	/** Knows nothing: every problem keeps its own explanation. */
	Explanations NONE = (problem, answer) -> problem;

	/**
	 * The problem with the id, fixer and remedy of the row that fits best, and the answer's codes as detail {@code code}; where
	 * the vendor has a page about them, also as detail {@code lookup}. Kind and values stay: behaviour never depends on a row.
	 * The problem itself (with the details) if no row fits. Details that the problem has already are kept.
	 */
	Problem explain(Problem problem, Answer answer);
}
