package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Option;

/** The reference {@code docs/cli.md} as Markdown, made from the same declarations and texts as the help. */
public final class CommandReference {
	private final Texts texts;
	private final Help help;
	private final List<CommandSyntax> commands;
	private final List<Option> global;

	public CommandReference(Texts texts, List<CommandSyntax> commands, List<Option> global) {
		this.texts = texts;
		this.help = new Help(texts, commands, global);
		this.commands = commands;
		this.global = global;
	}

	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("# " + texts.get("reference.title"));
		lines.add("");
		lines.add(texts.get("reference.intro"));
		lines.add("");
		lines.add("## " + texts.get("reference.exit"));
		lines.add("");
		lines.add("| | | |");
		lines.add("|---|---|---|");
		for (ExitCode code : ExitCode.values()) {
			lines.add("| " + code.number() + " | `" + code + "` | " + texts.of("exit", code) + " |");
		}
		lines.add("");
		lines.add("## " + texts.get("reference.global"));
		lines.add("");
		options(lines, global, "global");
		for (CommandSyntax command : commands) {
			lines.add("## `" + command.usage() + "`");
			lines.add("");
			lines.add(texts.get("command." + command.key()));
			texts.find("command." + command.key() + ".more").ifPresent(lines::add);
			lines.add("");
			options(lines, command.options(), command.key());
			texts.find("json." + command.key()).ifPresent(json -> lines.addAll(List.of("`--json`: " + json, "")));
		}
		lines.remove(lines.size() - 1);
		return lines;
	}

	private void options(List<String> lines, List<Option> options, String key) {
		options.forEach(o -> lines.add("- `" + o.usage() + "`: " + help.option(o, key)));
		if (!options.isEmpty()) {
			lines.add("");
		}
	}
}
