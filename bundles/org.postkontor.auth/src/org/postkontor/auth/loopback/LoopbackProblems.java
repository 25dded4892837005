package org.postkontor.auth.loopback;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** What can go wrong with the receiver. */
final class LoopbackProblems {
	private LoopbackProblems() {
	}

	static Problem noPort() {
		return Problem.of("auth.loopback-port", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.RETRY);
	}

	static Problem timedOut() {
		return Problem.of("auth.sign-in-timeout", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN);
	}
}
