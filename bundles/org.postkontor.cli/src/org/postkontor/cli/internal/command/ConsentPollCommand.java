package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.ConsentView;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.problem.ProblemException;

/** Asks the providers whose turn has come, and shows which consents were given; for a scheduled task. */
final class ConsentPollCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("consent poll", Operand.optional("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Optional<Account> named = invocation.accounts().find(invocation.arguments().operand());
		List<AccountId> granted = invocation.services().consents().poll(invocation.monitor());
		List<Pending> left = PendingConsents.of(invocation, named);
		ConsentView view = new ConsentView(invocation.texts(), invocation.services().guides());
		List<String> lines = new ArrayList<>();
		granted.forEach(id -> lines.add(invocation.texts().get("consent.granted", "account", invocation.accounts().name(id))));
		lines.addAll(view.lines(left, invocation.accounts()::name));
		invocation.output().result(new Json().add("granted", Json.texts(granted)).add("pending", Json.array(left, view::json)).object(), lines);
		return left.isEmpty() ? ExitCode.OK : ExitCode.CONSENT_PENDING;
	}
}
