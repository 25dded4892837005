package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.message.Draft;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;

/** Puts a mail, or several complete ones, into the outbox. Nothing is sent yet: {@code outbox drain} does that. */
final class SendCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("send", Option.value("from", "ACCOUNT"), Option.many("to", "ADDRESS"), Option.many("cc", "ADDRESS"),
				Option.many("bcc", "ADDRESS"), Option.value("subject", "TEXT"), Option.value("text", "TEXT"), Option.value("body-file", "FILE|-"),
				Option.many("attach", "FILE"), Option.many("eml", "FILE"), SplitOption.SPLIT,
				TimingOptions.NOT_BEFORE, TimingOptions.NOT_AFTER, TimingOptions.PRIORITY, TimingOptions.UNDO);
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Arguments arguments = invocation.arguments();
		Account account = invocation.accounts()
				.find(arguments.value("from").orElseThrow(() -> UsageProblem.of("usage.needs", "option", "send", "needed", "--from")));
		if (account.endpoint(Direction.SEND).isEmpty()) {
			throw CommandFailure.of(ExitCode.CONFIGURATION, "account.no-sending", "account", account.address());
		}
		if (arguments.values("to").isEmpty() && arguments.values("cc").isEmpty() && arguments.values("bcc").isEmpty()) {
			throw UsageProblem.of("usage.needs", "option", "send", "needed", "--to");
		}
		Outbox outbox = invocation.services().outbox();
		SendOptions options = new TimingOptions(invocation).over(SendOptions.NOW);
		List<OutboxId> ids = arguments.has("eml") ? new EmlSubmission(invocation, account, options).submit(arguments.paths("eml"))
				: outbox.submitDrafts(account.id(), new SplitOption(invocation).parts(account, draft(invocation, account)), options, invocation.monitor());
		JsonArray mails = new JsonArray();
		List<String> lines = new ArrayList<>();
		for (OutboxId id : ids) {
			OutgoingMessage message = outbox.message(id);
			mails.add(new Json().text("id", id).text("account", account.id()).text("messageId", message.messageId()).number("size", message.size())
					.text("sha256", message.sha256()).object());
			lines.addAll(List.of(invocation.texts().get("send.accepted", "id", id), "  Message-ID: " + message.messageId(),
					"  " + invocation.texts().get("outbox.size") + ": " + message.size(), "  SHA-256: " + message.sha256()));
		}
		invocation.output().result(mails.size() == 1 ? mails.get(0).getAsJsonObject() : new Json().add("mails", mails).object(), lines);
		return ExitCode.OK;
	}

	private static Draft draft(Invocation invocation, Account account) throws ProblemException {
		Arguments arguments = invocation.arguments();
		List<Path> attachments = arguments.paths("attach");
		for (Path file : attachments) {
			if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
				throw FileFailures.unreadable(file);
			}
		}
		String from = account.senderName().isBlank() ? account.address().toString()
				: "\"" + account.senderName().replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + account.address() + ">";
		String subject = arguments.value("subject").orElseThrow(() -> UsageProblem.of("usage.needs", "option", "send", "needed", "--subject"));
		return new Draft(from, arguments.values("to"), arguments.values("cc"), arguments.values("bcc"), subject, body(invocation), attachments);
	}

	private static String body(Invocation invocation) throws ProblemException {
		List<String> given = new ArrayList<>(List.of("text", "body-file"));
		given.retainAll(invocation.arguments().options().keySet());
		if (given.size() != 1) {
			throw UsageProblem.of("usage.one-of", "options", "--text, --body-file");
		}
		if (given.contains("text")) {
			return invocation.arguments().value("text").orElse("");
		}
		Path file = invocation.arguments().path("body-file").orElseThrow();
		boolean standardInput = invocation.arguments().value("body-file").filter("-"::equals).isPresent();
		try {
			byte[] bytes = standardInput ? invocation.in().readAllBytes() : Files.readAllBytes(file);
			return Utf8.decode(bytes);
		} catch (IOException e) {
			throw FileFailures.unreadable(file);
		}
	}
}
