package org.postkontor.cli.internal.command;

import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.problem.ProblemException;

/** Remembers that an administrator was asked, so that the consent is noticed. */
final class ConsentAskCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("consent ask", Operand.required("ACCOUNT"), Option.value("directions", "send,receive"),
				Option.flag("no-browser"), Option.flag("device-code"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		invocation.services().consents().await(account, Directions.of(invocation.arguments(), account), CommandLinePrompt.of(invocation),
				invocation.monitor());
		return PendingConsents.show(invocation, Optional.of(account));
	}
}
