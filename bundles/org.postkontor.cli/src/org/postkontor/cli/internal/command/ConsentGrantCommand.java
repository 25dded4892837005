package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.problem.ProblemException;

/** The person in front is the administrator: opens the consent page and waits for its answer. Signs nobody in. */
final class ConsentGrantCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("consent grant", Operand.required("ACCOUNT"), Option.value("directions", "send,receive"), Option.flag("no-browser"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		boolean granted = invocation.services().consents().grant(account, Directions.of(invocation.arguments(), account),
				CommandLinePrompt.of(invocation), invocation.monitor());
		String text = invocation.texts().get(granted ? "consent.given" : "consent.not-given", "account", account.address());
		invocation.output().result(new Json().text("account", account.id()).text("address", account.address()).flag("granted", granted).object(), List.of(text));
		return granted ? ExitCode.OK : ExitCode.SIGN_IN_NEEDED;
	}
}
