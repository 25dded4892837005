package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;

/** Holds, releases or removes mails; all ids are checked before the first change. */
final class OutboxChangeCommand implements Command {
	private final String name;
	private final Change change;

	OutboxChangeCommand(String name, Change change) {
		this.name = name;
		this.change = change;
	}

	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of(name, Operand.many("ID"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Outbox outbox = invocation.services().outbox();
		List<OutboxEntry> entries = new ArrayList<>();
		for (String typed : invocation.arguments().operands()) {
			entries.add(OutboxLookup.find(outbox, typed));
		}
		JsonArray results = new JsonArray();
		List<String> lines = new ArrayList<>();
		boolean all = true;
		for (OutboxEntry entry : entries) {
			boolean done = change.apply(outbox, entry.id());
			all &= done;
			results.add(new Json().text("id", entry.id()).flag("done", done).object());
			lines.add(invocation.texts().get((done ? "done." : "not-done.") + name.replace(' ', '.'), "id", entry.id()));
		}
		invocation.output().result(new Json().add("mails", results).object(), lines);
		return all ? ExitCode.OK : ExitCode.FAILURE;
	}

	/** A change of the outbox; false if it is too late for it. */
	@FunctionalInterface
	interface Change {
		boolean apply(Outbox outbox, OutboxId id) throws ProblemException;
	}
}
