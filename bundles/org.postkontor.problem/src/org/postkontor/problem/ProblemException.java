package org.postkontor.problem;

import org.eclipse.jdt.annotation.Nullable;

/** Carries a {@link Problem} through Java's control flow. The message is the id with its values: for logs, not for users. */
public class ProblemException extends Exception {
	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	public ProblemException(Problem problem) {
		this(problem, null);
	}

	/** @param cause what was caught; its message must not hold a secret, since traces are logged */
	public ProblemException(Problem problem, @Nullable Throwable cause) {
		super(problem.id() + " " + problem.values(), cause);
		this.problem = problem;
	}

	public Problem problem() {
		return problem;
	}
}
