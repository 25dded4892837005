package org.postkontor.auth.internal.loopback;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** What can go wrong with the receiver. */
public final class LoopbackProblems {
	private LoopbackProblems() {
	}

	/** Neither address has a free port. */
	public static Problem noPort() {
		return Problem.of("auth.loopback-port", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.RETRY);
	}

	/** Nobody finished the sign-in in the browser. */
	public static Problem timedOut() {
		return Problem.of("auth.sign-in-timeout", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN);
	}
}
