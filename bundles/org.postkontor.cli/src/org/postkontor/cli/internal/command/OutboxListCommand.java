package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.cli.internal.output.OutboxView;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemException;

/** Lists the mails of the outbox. */
final class OutboxListCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox list", Operand.optional("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Optional<Account> account = invocation.accounts().find(invocation.arguments().operand());
		List<OutboxEntry> entries = invocation.services().outbox().entries().stream()
				.filter(e -> account.isEmpty() || account.get().id().equals(e.account())).toList();
		OutboxView view = new OutboxView(invocation.texts(), invocation.wording());
		invocation.output().result(new Json().add("mails", Json.array(entries, view::json)).object(), view.table(entries));
		return ExitCode.OK;
	}
}
