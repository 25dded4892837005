package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.problem.ProblemException;

/** Shows the health of all stored sign-ins. */
final class SignInsListCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("signins list");
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		return SignInsReport.show(invocation, invocation.services().signIns().list());
	}
}
