package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.Services;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;

/** Changes mails that are named by their ids; all ids are checked before the first change. */
final class OutboxChangeCommand implements Command {
	/** Finds mails that have left the list, too. */
	static final String RESTORE = "outbox restore";

	private final String name;
	private final Change change;

	/** @param change of mails in the outbox, or (restore) of those that were removed */
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
		List<OutboxId> ids = new ArrayList<>();
		for (String typed : invocation.arguments().operands()) {
			ids.add(find(invocation, typed));
		}
		JsonArray results = new JsonArray();
		List<String> lines = new ArrayList<>();
		boolean all = true;
		for (OutboxId id : ids) {
			boolean done = change.apply(invocation.services(), id);
			all &= done;
			results.add(new Json().text("id", id).flag("done", done).object());
			lines.add(invocation.texts().get((done ? "done." : "not-done.") + name.replace(' ', '.'), "id", id));
		}
		invocation.output().result(new Json().add("mails", results).object(), lines);
		return all ? ExitCode.OK : ExitCode.FAILURE;
	}

	private OutboxId find(Invocation invocation, String typed) throws ProblemException {
		return name.equals(RESTORE) ? new LoggedMails(invocation).find(typed).mail().id()
				: OutboxLookup.find(invocation.services().outbox(), typed).id();
	}

	/** Takes a mail back that was not sent; false if it was, which a removal from the list would not say. */
	static boolean cancel(Services services, OutboxId id) throws ProblemException {
		boolean sent = services.outbox().entry(id).filter(entry -> entry.state() == MailState.SENT || entry.state() == MailState.FILED).isPresent();
		return !sent && services.outbox().remove(id)
				&& services.log().find(id).filter(transmission -> transmission.mail().state() == MailState.CANCELLED).isPresent();
	}

	/** A change of the outbox; false if it is too late for it. */
	@FunctionalInterface
	interface Change {
		boolean apply(Services services, OutboxId id) throws ProblemException;
	}
}
