package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.problem.ProblemException;

/** Refreshes what would end unused, and shows what came of it; for a scheduled task, never asks a person. */
final class SignInsRefreshCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("signins refresh");
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		invocation.services().signIns().keepAlive(invocation.monitor());
		return SignInsReport.show(invocation);
	}
}
