package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;

/** Gives mails another time, deadline or priority; what is not given stays. All is checked before the first change. */
final class OutboxScheduleCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox schedule", Operand.many("ID"), TimingOptions.NOT_BEFORE, TimingOptions.NOT_AFTER, TimingOptions.PRIORITY);
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		if (invocation.arguments().options().keySet().stream().noneMatch(List.of("not-before", "not-after", "priority")::contains)) {
			throw UsageProblem.of("usage.needs", "option", "outbox schedule", "needed", "--not-before, --not-after, --priority");
		}
		Outbox outbox = invocation.services().outbox();
		Map<OutboxEntry, SendOptions> wishes = new LinkedHashMap<>();
		for (String typed : invocation.arguments().operands()) {
			OutboxEntry entry = OutboxLookup.find(outbox, typed);
			wishes.put(entry, new TimingOptions(invocation).over(entry.options()));
		}
		JsonArray results = new JsonArray();
		List<String> lines = new ArrayList<>();
		boolean all = true;
		for (Map.Entry<OutboxEntry, SendOptions> wish : wishes.entrySet()) {
			boolean done = outbox.schedule(wish.getKey().id(), wish.getValue());
			all &= done;
			results.add(new Json().text("id", wish.getKey().id()).flag("done", done).text("notBefore", wish.getValue().notBefore())
					.text("notAfter", wish.getValue().notAfter()).text("priority", wish.getValue().priority()).object());
			lines.add(invocation.texts().get(done ? "done.outbox.schedule" : "not-done.outbox.schedule", "id", wish.getKey().id()));
		}
		invocation.output().result(new Json().add("mails", results).object(), lines);
		return all ? ExitCode.OK : ExitCode.FAILURE;
	}
}
