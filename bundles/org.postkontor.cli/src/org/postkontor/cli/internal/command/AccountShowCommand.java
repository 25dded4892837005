package org.postkontor.cli.internal.command;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.AccountView;
import org.postkontor.problem.ProblemException;

/** Shows one account. */
final class AccountShowCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("account show", Operand.required("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		AccountView view = new AccountView(invocation.texts());
		invocation.output().result(view.json(account), view.lines(account));
		return ExitCode.OK;
	}
}
