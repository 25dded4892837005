package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.problem.ProblemException;

/** One command; stateless. */
public interface Command {
	CommandSyntax syntax();

	/**
	 * Does it, and writes exactly one result.
	 *
	 * @throws ProblemException what the user is told; its kind decides the exit code, or {@link CommandFailure}
	 */
	ExitCode run(Invocation invocation) throws ProblemException;
}
