package org.postkontor.cli.internal.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.problem.ProblemException;

/** Receives for one account as soon as mails come, until interrupted or the time is over. */
final class InboxWatchCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("inbox watch", Operand.required("ACCOUNT"), TimeoutOption.OPTION);
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		if (account.endpoint(Direction.RECEIVE).isEmpty()) {
			throw CommandFailure.of(ExitCode.CONFIGURATION, "account.no-receiving", "account", account.address());
		}
		Optional<Duration> limit = TimeoutOption.of(invocation.arguments());
		IProgressMonitor monitor = limit.isPresent() ? new TimedMonitor(invocation.monitor(), limit.get()) : invocation.monitor();
		WatchEvents events = new WatchEvents(invocation, account.address());
		invocation.services().inbox().watch(account.id(), events, monitor);
		invocation.output().result(
				new Json().text("account", account.id()).text("address", account.address()).number("received", events.count()).object(),
				List.of(invocation.texts().get("inbox.received", "address", account.address(), "count", events.count())));
		return invocation.monitor().isCanceled() ? ExitCode.CANCELLED : ExitCode.OK;
	}
}
