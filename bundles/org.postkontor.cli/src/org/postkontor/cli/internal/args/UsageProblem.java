package org.postkontor.cli.internal.args;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Problems of the command line itself: kind INPUT, texts in {@code cli.properties}. Values of options are never repeated. */
public final class UsageProblem {
	private UsageProblem() {
	}

	/** @param values name, value, name, value … */
	public static ProblemException of(String id, String... values) {
		Problem problem = Problem.of("cli." + id, ProblemKind.INPUT, Fixer.USER, Remedy.NONE);
		for (int i = 0; i + 1 < values.length; i += 2) {
			problem = problem.with(values[i], values[i + 1]);
		}
		return new ProblemException(problem);
	}
}
