package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.InputStream;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.InboxView;
import org.postkontor.inbox.Inbox;
import org.postkontor.inbox.InboxEntry;
import org.postkontor.message.FrozenContent;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

import com.google.gson.JsonObject;

/** Shows a received mail as text, and gives out its bytes. */
final class InboxShowCommand implements Command {
	private static final int LONGEST_TEXT = 100_000;

	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("inbox show", Operand.required("ID"), Option.valueOr("-", "raw", "FILE|-"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Inbox inbox = invocation.services().inbox();
		InboxEntry entry = find(inbox, invocation.arguments().operand().orElseThrow());
		FrozenContent content = inbox.content(entry.id());
		RawWriter raw = new RawWriter(invocation);
		raw.write(content);
		if (!raw.isStandardOutput()) {
			String text = text(invocation, entry, content);
			InboxView view = new InboxView(invocation.texts());
			JsonObject json = view.json(entry);
			json.addProperty("text", text);
			invocation.output().result(json, view.lines(entry, text));
		}
		return ExitCode.OK;
	}

	private static InboxEntry find(Inbox inbox, String typed) throws ProblemException {
		if (!typed.matches("[0-9]{1,18}")) {
			throw CommandFailure.of(ExitCode.NOT_FOUND, "mail.unknown", "mail", typed);
		}
		return inbox.entry(Long.parseLong(typed)).orElseThrow(() -> CommandFailure.of(ExitCode.NOT_FOUND, "mail.unknown", "mail", typed));
	}

	private static String text(Invocation invocation, InboxEntry entry, FrozenContent content) throws ProblemException {
		try (InputStream in = content.open()) {
			return invocation.services().reader().text(in, LONGEST_TEXT);
		} catch (IOException e) {
			throw CommandFailure.of(ExitCode.STORAGE, ProblemKind.STORAGE, "mail.unreadable", "mail", entry.id());
		}
	}
}
