package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Revokes and forgets one stored sign-in, whichever accounts use it. */
final class SignInsSignOutCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("signins signout", Operand.required("ID"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		String id = invocation.arguments().operand().orElseThrow();
		SignInInfo found = SignInsReport.find(invocation, id);
		Optional<Problem> unconfirmed = invocation.services().signIns().signOut(id, invocation.monitor());
		invocation.output().result(new UnconfirmedSignOuts(invocation, unconfirmed.stream().toList()).told(SignInsReport.view(invocation).json(found)),
				List.of(invocation.texts().get("signins.signed-out", "who", found.who())));
		return ExitCode.OK;
	}
}
