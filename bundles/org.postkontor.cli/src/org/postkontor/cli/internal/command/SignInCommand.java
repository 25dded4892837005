package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.auth.UserChoice;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.AccountView;
import org.postkontor.problem.ProblemException;

/** Signs an account in with a person, or with a password from a file. */
final class SignInCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("signin", Operand.required("ACCOUNT"), Option.flag("no-browser"), Option.flag("device-code"),
				Option.value("directions", "send,receive"),
				Option.flag("again"), Option.flag("as-other"), Option.choice("other-user", "refuse", "alias", "shared", "change"),
				Option.value("approve-host", "HOSTS"), Option.value("password-file", "FILE"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		Set<Direction> directions = Directions.of(invocation.arguments(), account);
		UserChoice users = users(invocation.arguments());
		// A vault that cannot be opened is said before a person signs in for nothing.
		invocation.services().vault().sessions();
		Account signedIn = invocation.services().signIn().signIn(account, directions, users, CommandLinePrompt.of(invocation),
				invocation.monitor());
		invocation.services().accounts().save(signedIn);
		invocation.output().result(new AccountView(invocation.texts()).json(signedIn),
				List.of(invocation.texts().get("signin.done", "address", signedIn.address())));
		return ExitCode.OK;
	}

	private static UserChoice users(Arguments arguments) throws ProblemException {
		if (arguments.has("again") && arguments.has("as-other")) {
			throw UsageProblem.of("usage.one-way", "option", "--again", "other", "--as-other");
		}
		return arguments.has("again") ? UserChoice.AGAIN : arguments.has("as-other") ? UserChoice.SELECT : UserChoice.SUGGESTED;
	}
}
