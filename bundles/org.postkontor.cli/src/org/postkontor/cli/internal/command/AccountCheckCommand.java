package org.postkontor.cli.internal.command;

import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.Account;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.CheckView;
import org.postkontor.problem.ProblemException;

/**
 * Runs the account test and shows each step as it happens. If a server names another sign-in service and that is approved, the
 * account is signed in there and tested again.
 */
final class AccountCheckCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("account check", Operand.required("ACCOUNT"),
				Stream.concat(Stream.of(Option.flag("test-mail")), IssuerApproval.options().stream()).toArray(Option[]::new));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		CheckView view = new CheckView(invocation.texts(), invocation.wording());
		CheckReport report = test(account, invocation, view);
		Optional<Account> changed = invocation.monitor().isCanceled() ? Optional.empty() : new IssuerApproval(invocation).of(report);
		if (changed.isPresent()) {
			report = test(changed.get(), invocation, view);
		}
		invocation.output().result(view.json(report), view.lines(report));
		if (invocation.monitor().isCanceled()) {
			return ExitCode.CANCELLED;
		}
		return report.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED;
	}

	private static CheckReport test(Account account, Invocation invocation, CheckView view) {
		return invocation.services().check().run(account, new AccountCheck.Options(invocation.arguments().has("test-mail")),
				step -> invocation.output().event(view.event(step), view.lines(step, "")), invocation.monitor());
	}
}
