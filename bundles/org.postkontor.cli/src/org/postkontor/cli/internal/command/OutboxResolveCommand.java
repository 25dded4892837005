package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemException;

/** Records a person's decision about a mail whose outcome is unknown. */
final class OutboxResolveCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox resolve", Operand.required("ID"), Option.flag("sent"), Option.flag("send-again"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		boolean sent = invocation.arguments().has("sent");
		if (sent == invocation.arguments().has("send-again")) {
			throw UsageProblem.of("usage.one-of", "options", "--sent, --send-again");
		}
		OutboxEntry entry = OutboxLookup.find(invocation.services().outbox(), invocation.arguments().operand().orElseThrow());
		if (entry.state() != MailState.IN_DOUBT) {
			throw CommandFailure.of(ExitCode.USAGE, "mail.not-in-doubt", "mail", entry.id(), "state", entry.state());
		}
		invocation.services().outbox().resolve(entry.id(), sent ? Outbox.Decision.MARK_SENT : Outbox.Decision.SEND_AGAIN);
		invocation.output().result(
				new Json().text("id", entry.id()).text("decision", sent ? Outbox.Decision.MARK_SENT : Outbox.Decision.SEND_AGAIN).object(),
				List.of(invocation.texts().get(sent ? "resolve.sent" : "resolve.again", "id", entry.id())));
		return ExitCode.OK;
	}
}
