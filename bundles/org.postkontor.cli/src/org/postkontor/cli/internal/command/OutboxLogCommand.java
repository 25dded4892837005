package org.postkontor.cli.internal.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.cli.internal.output.TransmissionView;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.Transmission;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Shows what happened to one mail, or which mails the log knows; says or changes how long it is kept. */
final class OutboxLogCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox log", Operand.optional("ID"), LoggedMails.ACCOUNT, LoggedMails.SINCE, LoggedMails.UNTIL, Option.value("keep", "DAYS"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		TransmissionLog log = invocation.services().log();
		TransmissionView view = new TransmissionView(invocation.texts(), invocation.wording(), invocation.services().clock().getZone());
		LoggedMails mails = new LoggedMails(invocation);
		if (invocation.arguments().operand().isPresent()) {
			Transmission found = mails.find(invocation.arguments().operand().get());
			invocation.output().result(json(log, found.mail().id()), view.lines(found));
			return ExitCode.OK;
		}
		if (invocation.arguments().has("keep")) {
			log.setKeep(Duration.ofDays(days(invocation)));
		}
		List<Transmission> known = new ArrayList<>();
		for (OutboxId id : mails.chosen()) {
			log.find(id).ifPresent(known::add);
		}
		long keep = log.keep().toDays();
		List<String> lines = new ArrayList<>(view.table(known));
		lines.add(invocation.texts().get("log.keep", "days", keep));
		invocation.output().result(new Json().number("keepDays", keep).add("mails", Json.array(known, view::json)).object(), lines);
		return ExitCode.OK;
	}

	/** As the export writes it. */
	private static JsonObject json(TransmissionLog log, OutboxId id) throws ProblemException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			log.writeJson(List.of(id), out);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e); // memory
		}
		return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject().getAsJsonArray("mails").get(0).getAsJsonObject();
	}

	private static long days(Invocation invocation) throws ProblemException {
		String typed = invocation.arguments().value("keep").orElse("");
		if (!typed.matches("[0-9]{1,6}")) {
			throw UsageProblem.of("usage.days", "option", "--keep");
		}
		return Long.parseLong(typed);
	}
}
