package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** A problem with an exit code that its kind alone does not give. */
public final class CommandFailure extends ProblemException {
	private static final long serialVersionUID = 1L;

	private final ExitCode code;

	private CommandFailure(ExitCode code, Problem problem) {
		super(problem);
		this.code = code;
	}

	/** A problem of the user's input. @param values name, value, name, value … */
	public static CommandFailure of(ExitCode code, String id, Object... values) {
		return of(code, ProblemKind.INPUT, id, values);
	}

	/** As {@link #of(ExitCode, String, Object...)} with another kind. */
	public static CommandFailure of(ExitCode code, ProblemKind kind, String id, Object... values) {
		Problem problem = Problem.of("cli." + id, kind, Fixer.USER, Remedy.NONE);
		for (int i = 0; i + 1 < values.length; i += 2) {
			problem = problem.with(values[i].toString(), values[i + 1]);
		}
		return new CommandFailure(code, problem);
	}

	/** The same failure with one more detail for the administrator. */
	public CommandFailure detail(String name, Object value) {
		return new CommandFailure(code, problem().detail(name, value));
	}

	public ExitCode code() {
		return code;
	}
}
