package org.postkontor.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandParser;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.CommandWords;
import org.postkontor.cli.internal.command.Command;
import org.postkontor.cli.internal.command.CommandFailure;
import org.postkontor.cli.internal.command.Commands;
import org.postkontor.cli.internal.command.Invocation;
import org.postkontor.cli.internal.output.Help;
import org.postkontor.cli.internal.output.Json;
import org.postkontor.cli.internal.output.Output;
import org.postkontor.cli.internal.output.Texts;
import org.postkontor.cli.internal.output.Wording;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.slf4j.LoggerFactory;

/**
 * Runs one command line from its words to its exit code. Help, version and usage errors need no services and touch no
 * file. Never throws.
 */
public final class CommandRunner {
	private final ServicesSource source;
	private final Streams streams;
	private final Person person;
	private final String version;

	public CommandRunner(ServicesSource source, Streams streams, Person person, String version) {
		this.source = source;
		this.streams = streams;
		this.person = person;
		this.version = version;
	}

	/** @param monitor cancelling it ends the command soon, with {@link ExitCode#CANCELLED} */
	public ExitCode run(List<String> line, IProgressMonitor monitor) {
		Output output = new Output(streams.out(), streams.err(), line.contains("--json"));
		Texts texts = new Texts(language(line));
		Wording wording = new Wording(texts, Optional.empty());
		try {
			CommandWords words = new CommandParser(Commands.syntaxes(), GlobalOptions.SYNTAX).parse(line);
			Optional<ExitCode> told = tell(words, output, texts);
			if (told.isPresent()) {
				return told.get();
			}
			GlobalOptions options = GlobalOptions.of(words.arguments());
			Services services = source.open(options);
			wording = new Wording(texts, Optional.of(services.problemTexts()));
			Command command = Commands.find(words.command().orElseThrow());
			ExitCode code = command.run(new Invocation(words.arguments(), services, output, texts, wording, streams.in(), person, monitor));
			return monitor.isCanceled() && code != ExitCode.OK ? ExitCode.CANCELLED : code;
		} catch (CommandFailure e) {
			return fail(e.problem(), e.code(), output, wording);
		} catch (ProblemException e) {
			return fail(e.problem(), ExitCode.of(e.problem().kind()), output, wording);
		} catch (OperationCanceledException e) {
			return fail(problem("cli.cancelled", ProblemKind.CANCELLED), ExitCode.CANCELLED, output, wording);
		} catch (RuntimeException | LinkageError e) {
			LoggerFactory.getLogger(CommandRunner.class).error("The command failed unexpectedly", e);
			return fail(problem("cli.internal", ProblemKind.INTERNAL).detail("exception", e.getClass().getName()), ExitCode.FAILURE, output, wording);
		}
	}

	private Optional<ExitCode> tell(CommandWords words, Output output, Texts texts) {
		Help help = new Help(texts, Commands.syntaxes(), GlobalOptions.SYNTAX);
		Optional<CommandSyntax> command = words.command();
		String group = String.join(" ", words.words());
		if (words.arguments().has("version")) {
			output.result(new Json().text("version", version).object(), List.of("Postkontor " + version));
			return Optional.of(ExitCode.OK);
		}
		if (command.isPresent() && command.get().equals(Commands.HELP)) {
			group = String.join(" ", words.arguments().operands());
			command = Commands.byName(group);
		} else if (!words.arguments().has("help")) {
			if (command.isPresent()) {
				return Optional.empty();
			}
			output.note(help.overview(group));
			return Optional.of(ExitCode.USAGE);
		}
		output.text(command.isPresent() ? help.command(command.get()) : help.overview(Commands.isGroup(group) ? group : ""));
		if (command.isEmpty()) {
			output.text(help.exitCodes());
		}
		return Optional.of(ExitCode.OK);
	}

	private static ExitCode fail(Problem problem, ExitCode code, Output output, Wording wording) {
		if (output.isJson()) {
			output.result(wording.json(problem, code), List.of());
		} else {
			output.note(problem.kind() == ProblemKind.CANCELLED ? List.of(wording.title(problem)) : wording.lines(problem));
		}
		return code;
	}

	private static Problem problem(String id, ProblemKind kind) {
		return Problem.of(id, kind, Fixer.DEVELOPER, Remedy.REPORT);
	}

	/** The language, also for what is said about a command line that cannot be parsed. */
	private static Locale language(List<String> line) {
		int at = line.indexOf("--lang");
		if (at >= 0 && at + 1 < line.size()) {
			return Locale.forLanguageTag(line.get(at + 1));
		}
		return line.stream().filter(w -> w.startsWith("--lang=")).findFirst().map(w -> Locale.forLanguageTag(w.substring(7))).orElseGet(Locale::getDefault);
	}
}
