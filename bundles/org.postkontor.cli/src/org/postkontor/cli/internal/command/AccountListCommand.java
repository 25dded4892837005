package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.output.AccountView;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.cli.internal.output.Table;
import org.postkontor.problem.Problem;

/** Lists accounts, and files that could not be used. */
final class AccountListCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("account list");
	}

	@Override
	public ExitCode run(Invocation invocation) {
		List<Account> accounts = invocation.services().accounts().accounts();
		List<Problem> problems = invocation.services().accounts().problems();
		AccountView view = new AccountView(invocation.texts());
		invocation.output().result(new Json().add("accounts", Json.array(accounts, view::json))
				.add("problems", Json.array(problems, invocation.wording()::json)).object(), lines(invocation, accounts));
		if (!invocation.output().isJson()) {
			problems.forEach(p -> invocation.output().note(invocation.wording().lines(p)));
		}
		return problems.isEmpty() ? ExitCode.OK : ExitCode.STORAGE;
	}

	private static List<String> lines(Invocation invocation, List<Account> accounts) {
		if (accounts.isEmpty()) {
			return List.of(invocation.texts().get("account.none"));
		}
		Table table = new Table(invocation.texts().get("account.address"), invocation.texts().get("account.signed-in"),
				invocation.texts().get("account.servers"), invocation.texts().get("account.id"));
		for (Account account : accounts) {
			List<String> servers = new ArrayList<>(account.endpoints().stream().map(Endpoint::host).distinct().toList());
			table.row(account.address().toString(), invocation.texts().get(AccountView.signedIn(account) ? "yes" : "no"), String.join(", ", servers),
					account.id().value());
		}
		return table.lines();
	}
}
