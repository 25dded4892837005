package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.problem.ProblemException;

/** Refreshes what would end unused, or the named sign-in whatever its age, and shows what came of it; never asks a person. */
final class SignInsRefreshCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("signins refresh", Operand.optional("ID"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Optional<String> id = invocation.arguments().operand();
		if (id.isEmpty()) {
			invocation.services().signIns().keepAlive(invocation.monitor());
			return SignInsReport.show(invocation, invocation.services().signIns().list());
		}
		SignInsReport.find(invocation, id.get());
		invocation.services().signIns().refresh(id.get(), invocation.monitor());
		return SignInsReport.show(invocation, List.<SignInInfo>of(SignInsReport.find(invocation, id.get())));
	}
}
