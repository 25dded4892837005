package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.problem.ProblemException;

/** Writes the transmission log down, for people or for programs. */
final class OutboxExportCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox export", Operand.any("ID"), Option.choice("format", "html", "json"), Option.value("out", "FILE|-"),
				LoggedMails.ACCOUNT, LoggedMails.SINCE, LoggedMails.UNTIL);
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		String target = invocation.arguments().value("out").orElseThrow(() -> UsageProblem.of("usage.needs", "option", "outbox export", "needed", "--out"));
		boolean standardOutput = target.equals("-");
		if (standardOutput && invocation.output().isJson()) {
			throw UsageProblem.of("usage.out-json");
		}
		List<OutboxId> mails = new LoggedMails(invocation).chosen();
		try {
			if (standardOutput) {
				write(invocation, mails, invocation.output().raw());
				return ExitCode.OK;
			}
			writeFile(invocation, mails, invocation.arguments().path("out").orElseThrow());
		} catch (FileAlreadyExistsException e) {
			throw CommandFailure.of(ExitCode.USAGE, "file.exists", "file", target);
		} catch (IOException e) {
			throw FileFailures.unwritable(target);
		}
		invocation.output().result(new Json().text("file", target).number("mails", mails.size()).object(),
				List.of(invocation.texts().get("export.done", "count", mails.size(), "file", target)));
		return ExitCode.OK;
	}

	/** Half a log is no log. */
	private static void writeFile(Invocation invocation, List<OutboxId> mails, Path file) throws ProblemException, IOException {
		OutputStream created = NewFile.create(file);
		try (OutputStream out = created) {
			write(invocation, mails, out);
		} catch (ProblemException | IOException e) {
			Files.deleteIfExists(file);
			throw e;
		}
	}

	private static void write(Invocation invocation, List<OutboxId> mails, OutputStream out) throws ProblemException, IOException {
		TransmissionLog log = invocation.services().log();
		if (invocation.arguments().value("format").filter("json"::equals).isPresent()) {
			log.writeJson(mails, out);
		} else {
			log.writeHtml(mails, invocation.texts().locale(), out);
		}
	}
}
