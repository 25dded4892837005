package org.postkontor.cli.internal.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Tidying;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** Shows or changes when sent mails leave the list by themselves; removes all that are sent. */
final class OutboxTidyCommand implements Command {
	private static final String AFTER = "after";
	private static final String WITHOUT_COPY = "without-copy";
	private static final String NOW = "now";
	private static final String NEVER = "never";

	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox tidy", Option.value(AFTER, "DAYS|never"), Option.value(WITHOUT_COPY, "DAYS|never"), Option.flag(NOW));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Outbox outbox = invocation.services().outbox();
		Tidying before = outbox.tidying();
		Tidying chosen = new Tidying(time(invocation, AFTER, before.afterFiling()), time(invocation, WITHOUT_COPY, before.withoutCopy()));
		if (!chosen.equals(before)) {
			outbox.setTidying(chosen);
		}
		List<String> lines = new ArrayList<>();
		List<OutboxId> removed = invocation.arguments().has(NOW) ? outbox.removeSent() : List.of();
		removed.forEach(id -> lines.add(invocation.texts().get("done.outbox.remove", "id", id)));
		lines.add(line(invocation, "tidy.after", chosen.afterFiling()));
		lines.add(line(invocation, "tidy.without-copy", chosen.withoutCopy()));
		invocation.output().result(new Json().add("afterDays", days(chosen.afterFiling())).add("withoutCopyDays", days(chosen.withoutCopy()))
				.add("removed", Json.texts(removed)).object(), lines);
		return ExitCode.OK;
	}

	private static Optional<Duration> time(Invocation invocation, String option, Optional<Duration> before) throws ProblemException {
		Optional<String> typed = invocation.arguments().value(option);
		if (typed.isEmpty()) {
			return before;
		}
		if (typed.get().equals(NEVER)) {
			return Optional.empty();
		}
		if (!typed.get().matches("[0-9]{1,6}")) {
			throw UsageProblem.of("usage.days-or-never", "option", "--" + option);
		}
		return Optional.of(Duration.ofDays(Long.parseLong(typed.get())));
	}

	private static String line(Invocation invocation, String key, Optional<Duration> time) {
		return time.isEmpty() ? invocation.texts().get(key + ".never")
				: time.get().isZero() ? invocation.texts().get(key + ".at-once") : invocation.texts().get(key, "days", time.get().toDays());
	}

	private static Optional<JsonElement> days(Optional<Duration> time) {
		return time.map(t -> new JsonPrimitive(t.toDays()));
	}
}
