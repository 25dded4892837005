package org.postkontor.cli.internal.args;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.problem.ProblemException;

/**
 * Reads a command line: the words of the command first, then its operands and options in any order; global options
 * anywhere; {@code --name value} or {@code --name=value}; {@code --} ends the options.
 */
public final class CommandParser {
	/** Whoever types one of these is told why there is none: arguments can be seen by every process of the machine. */
	private static final List<String> SECRETS = List.of("password", "passwd", "pass", "token", "secret", "vault-password");

	private final List<CommandSyntax> commands;
	private final List<Option> global;

	public CommandParser(List<CommandSyntax> commands, List<Option> global) {
		this.commands = List.copyOf(commands);
		this.global = List.copyOf(global);
	}

	/** @throws ProblemException kind INPUT: unknown command or option, missing or surplus words */
	public CommandWords parse(List<String> line) throws ProblemException {
		Deque<String> rest = new ArrayDeque<>(line);
		List<String> words = new ArrayList<>();
		List<String> operands = new ArrayList<>();
		Map<String, List<String>> options = new LinkedHashMap<>();
		Optional<CommandSyntax> command = Optional.empty();
		while (!rest.isEmpty()) {
			String word = rest.pop();
			if (word.equals("--")) {
				operands.addAll(rest);
				rest.clear();
			} else if (word.equals("-h")) {
				options.put("help", List.of());
			} else if (word.startsWith("-") && word.length() > 1) {
				option(word, rest, command, options);
			} else if (command.isPresent()) {
				operands.add(word);
			} else {
				words.add(word);
				command = command(words);
			}
		}
		CommandWords result = new CommandWords(command, words, new Arguments(options, operands));
		check(result);
		return result;
	}

	private Optional<CommandSyntax> command(List<String> words) throws ProblemException {
		String name = String.join(" ", words);
		Optional<CommandSyntax> exact = commands.stream().filter(c -> c.name().equals(name)).findFirst();
		if (exact.isEmpty() && commands.stream().noneMatch(c -> c.name().startsWith(name + " "))) {
			Optional<String> meant = Suggestion.nearest(name, commands.stream().map(CommandSyntax::name).toList())
					.or(() -> Suggestion.nearest(words.get(0), commands.stream().map(c -> c.name().split(" ")[0]).distinct().toList()));
			throw unknown("usage.command", "command", name, meant);
		}
		return exact;
	}

	private void option(String word, Deque<String> rest, Optional<CommandSyntax> command, Map<String, List<String>> options)
			throws ProblemException {
		int equals = word.indexOf('=');
		String name = word.substring(word.startsWith("--") ? 2 : 1, equals < 0 ? word.length() : equals);
		Option option = find(name, word.startsWith("--"), command);
		if (options.containsKey(name) && !option.many() && !option.isFlag()) {
			throw UsageProblem.of("usage.twice", "option", "--" + name);
		}
		List<String> values = new ArrayList<>(options.getOrDefault(name, List.of()));
		if (option.isFlag()) {
			if (equals >= 0) {
				throw UsageProblem.of("usage.no-value", "option", "--" + name);
			}
		} else if (equals >= 0) {
			values.add(word.substring(equals + 1));
		} else if (!option.fallback().isEmpty() && (rest.isEmpty() || rest.element().startsWith("--"))) {
			values.add(option.fallback());
		} else {
			String value = rest.poll();
			if (value == null || value.startsWith("--")) {
				throw UsageProblem.of("usage.value", "option", option.usage());
			}
			values.add(value);
			while (option.many() && !rest.isEmpty() && !rest.element().startsWith("-")) {
				values.add(rest.pop());
			}
		}
		if (!option.choices().isEmpty() && !option.choices().containsAll(values)) {
			throw UsageProblem.of("usage.choice", "option", "--" + name, "choices", String.join(", ", option.choices()));
		}
		options.put(name, values);
	}

	private Option find(String name, boolean twoDashes, Optional<CommandSyntax> command) throws ProblemException {
		List<Option> known = Stream.concat(command.stream().flatMap(c -> c.options().stream()), global.stream()).toList();
		Optional<Option> found = known.stream().filter(o -> o.name().equals(name) && twoDashes).findFirst();
		if (found.isPresent()) {
			return found.get();
		}
		if (SECRETS.contains(name)) {
			throw UsageProblem.of("usage.secret", "option", "--" + name);
		}
		throw unknown("usage.option", "option", (twoDashes ? "--" : "-") + name,
				Suggestion.nearest(name, known.stream().map(Option::name).toList()).map(n -> "--" + n));
	}

	private static void check(CommandWords line) throws ProblemException {
		Arguments arguments = line.arguments();
		if (line.command().isEmpty() || arguments.has("help") || arguments.has("version")) {
			return;
		}
		CommandSyntax command = line.command().get();
		int count = arguments.operands().size();
		int min = command.operand().map(Operand::min).orElse(0);
		int max = command.operand().map(Operand::max).orElse(0);
		if (count < min) {
			throw UsageProblem.of("usage.missing", "command", command.name(), "operand", command.operand().map(Operand::usage).orElse(""));
		}
		if (count > max) {
			throw UsageProblem.of("usage.surplus", "command", command.name(), "word", arguments.operands().get(max));
		}
	}

	private static ProblemException unknown(String id, String name, String typed, Optional<String> meant) {
		return meant.isPresent() ? UsageProblem.of(id + ".meant", name, typed, "meant", meant.get()) : UsageProblem.of(id, name, typed);
	}
}
