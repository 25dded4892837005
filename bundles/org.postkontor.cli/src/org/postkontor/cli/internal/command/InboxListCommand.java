package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.InboxView;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.problem.ProblemException;

/** Lists received mails. */
final class InboxListCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("inbox list", Operand.optional("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Optional<Account> account = invocation.accounts().find(invocation.arguments().operand());
		List<InboxEntry> entries = invocation.services().inbox().entries(account.map(Account::id));
		InboxView view = new InboxView(invocation.texts());
		invocation.output().result(new Json().add("mails", Json.array(entries, view::json)).object(), view.table(entries));
		return ExitCode.OK;
	}
}
