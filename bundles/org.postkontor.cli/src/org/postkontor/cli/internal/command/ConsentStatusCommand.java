package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.problem.ProblemException;

/** Shows which consents are pending. */
final class ConsentStatusCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("consent status", Operand.optional("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		return PendingConsents.show(invocation, invocation.accounts().find(invocation.arguments().operand()));
	}
}
