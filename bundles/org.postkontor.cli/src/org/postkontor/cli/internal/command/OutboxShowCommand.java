package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.OutboxView;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.ProblemException;

/** Shows one mail of the outbox, and gives out its frozen bytes. */
final class OutboxShowCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox show", Operand.required("ID"), Option.valueOr("-", "raw", "FILE|-"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		OutboxEntry entry = OutboxLookup.find(invocation.services().outbox(), invocation.arguments().operand().orElseThrow());
		RawWriter raw = new RawWriter(invocation);
		if (invocation.arguments().has("raw")) {
			raw.write(invocation.services().outbox().message(entry.id()).content());
		}
		if (!raw.isStandardOutput()) {
			OutboxView view = new OutboxView(invocation.texts(), invocation.wording());
			invocation.output().result(view.json(entry), view.lines(entry));
		}
		return ExitCode.OK;
	}
}
