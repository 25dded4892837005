package org.postkontor.cli.internal.command;

import org.postkontor.account.Account;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.CheckView;
import org.postkontor.problem.ProblemException;

/** Runs the account test and shows each step as it happens. */
final class AccountCheckCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("account check", Operand.required("ACCOUNT"), Option.flag("test-mail"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		CheckView view = new CheckView(invocation.texts(), invocation.wording());
		CheckReport report = invocation.services().check().run(account, new AccountCheck.Options(invocation.arguments().has("test-mail")),
				step -> invocation.output().event(view.event(step), view.lines(step, "")), invocation.monitor());
		invocation.output().result(view.json(report), view.lines(report));
		if (invocation.monitor().isCanceled()) {
			return ExitCode.CANCELLED;
		}
		return report.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED;
	}
}
