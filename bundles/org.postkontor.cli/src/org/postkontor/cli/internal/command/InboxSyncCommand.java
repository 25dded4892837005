package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;

/** Receives for one account, or for all that can; one account's problem does not stop the others. */
final class InboxSyncCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("inbox sync", Operand.optional("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Optional<Account> named = invocation.accounts().find(invocation.arguments().operand());
		if (named.isPresent() && named.get().endpoint(Direction.RECEIVE).isEmpty()) {
			throw CommandFailure.of(ExitCode.CONFIGURATION, "account.no-receiving", "account", named.get().address());
		}
		List<Account> accounts = named.map(List::of).orElseGet(() -> invocation.services().accounts().accounts());
		JsonArray results = new JsonArray();
		List<String> lines = new ArrayList<>();
		ExitCode code = ExitCode.OK;
		for (Account account : accounts) {
			if (account.endpoint(Direction.RECEIVE).isEmpty()) {
				continue;
			}
			int received = 0;
			Optional<Problem> problem = Optional.empty();
			try {
				received = invocation.services().inbox().sync(account.id(), invocation.monitor());
			} catch (ProblemException e) {
				if (named.isPresent()) {
					throw e;
				}
				problem = Optional.of(e.problem());
				code = code == ExitCode.OK ? ExitCode.of(e.problem().kind()) : code;
			}
			results.add(new Json().text("account", account.id()).text("address", account.address()).number("received", received)
					.add("problem", problem.map(invocation.wording()::json)).object());
			lines.add(invocation.texts().get("inbox.received", "address", account.address(), "count", received));
			problem.ifPresent(p -> lines.addAll(invocation.wording().lines(p)));
		}
		invocation.output().result(new Json().add("accounts", results).object(), lines);
		return code;
	}
}
