package org.postkontor.cli.internal.command;

import org.postkontor.account.Account;
import org.postkontor.auth.spi.AdminConsent.Link;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.ConsentView;
import org.postkontor.problem.ProblemException;

/** Shows the link to the consent page, inside a mail text that is ready for the administrator. */
final class ConsentLinkCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("consent link", Operand.required("ACCOUNT"), Option.value("directions", "send,receive"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		Link link = invocation.services().consents().link(account, Directions.of(invocation.arguments(), account));
		ConsentView view = new ConsentView(invocation.texts(), invocation.services().guides());
		invocation.output().result(view.json(account, link), view.lines(account, link));
		return ExitCode.OK;
	}
}
