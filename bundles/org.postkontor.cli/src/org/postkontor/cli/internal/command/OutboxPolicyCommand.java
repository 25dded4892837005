package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.DoubtPolicy;
import org.postkontor.outbox.Outbox;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;

/** Shows or records what happens to mails in doubt of an account where nobody can be asked. */
final class OutboxPolicyCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox policy", Operand.optional("ACCOUNT"), Option.choice("in-doubt", "ask", "mark-sent", "send-again"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Outbox outbox = invocation.services().outbox();
		Optional<Account> named = invocation.accounts().find(invocation.arguments().operand());
		Optional<String> choice = invocation.arguments().value("in-doubt");
		if (choice.isPresent()) {
			outbox.setDoubtPolicy(named.orElseThrow(() -> UsageProblem.of("usage.needs", "option", "--in-doubt", "needed", "ACCOUNT")).id(),
					DoubtPolicy.valueOf(choice.get().toUpperCase(Locale.ROOT).replace('-', '_')));
		}
		JsonArray results = new JsonArray();
		List<String> lines = new ArrayList<>();
		for (Account account : named.map(List::of).orElseGet(() -> senders(invocation))) {
			DoubtPolicy policy = outbox.doubtPolicy(account.id());
			results.add(new Json().text("account", account.id()).text("address", account.address()).text("inDoubt", policy).object());
			lines.add(account.address() + ": " + invocation.texts().of("policy", policy));
		}
		invocation.output().result(new Json().add("accounts", results).object(), lines);
		return ExitCode.OK;
	}

	private static List<Account> senders(Invocation invocation) {
		return invocation.services().accounts().accounts().stream().filter(account -> account.endpoint(Direction.SEND).isPresent()).toList();
	}
}
