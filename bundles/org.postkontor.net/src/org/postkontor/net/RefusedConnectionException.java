package org.postkontor.net;

import java.io.IOException;

import org.postkontor.problem.Problem;

/**
 * A connection that we ended ourselves, with the reason: a cap was exceeded, TLS is missing, or the owner aborted it.
 * Thrown by sockets of {@link SocketFactories} in the middle of reading or writing; libraries may wrap it, so look for it
 * with {@link ConnectionProblems}.
 */
public final class RefusedConnectionException extends IOException {
	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	public RefusedConnectionException(Problem problem) {
		super(problem.id() + " " + problem.values());
		this.problem = problem;
	}

	public Problem problem() {
		return problem;
	}
}
