package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.account.Account;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.AccountView;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Signs an account out and removes it, unless mails still wait for it. */
final class AccountRemoveCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("account remove", Operand.required("ACCOUNT"), Option.flag("force"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		boolean force = invocation.arguments().has("force");
		long waiting = invocation.services().outbox().entries().stream().filter(e -> e.account().equals(account.id()) && isUnsent(e)).count();
		if (waiting > 0 && !force) {
			throw CommandFailure.of(ExitCode.MAILS_LEFT, "account.mails", "account", account.address(), "count", waiting);
		}
		List<Problem> unconfirmed = List.of();
		try {
			unconfirmed = invocation.services().signIn().signOut(account, invocation.monitor()).unconfirmed();
		} catch (ProblemException e) {
			if (!force) {
				throw e;
			}
			invocation.output().note(invocation.wording().lines(e.problem()));
		}
		invocation.services().accounts().remove(account.id());
		invocation.output().result(new UnconfirmedSignOuts(invocation, unconfirmed).told(new AccountView(invocation.texts()).json(account)),
				List.of(invocation.texts().get("account.removed", "address", account.address())));
		return ExitCode.OK;
	}

	private static boolean isUnsent(OutboxEntry entry) {
		return entry.state() != MailState.SENT && !entry.state().isFinal();
	}
}
