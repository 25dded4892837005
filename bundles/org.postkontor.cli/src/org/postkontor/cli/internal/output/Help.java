package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;

import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Option;

/** Help texts, made from the declarations. */
public final class Help {
	private static final String PROGRAM = "postkontor-cli";

	private final Texts texts;
	private final List<CommandSyntax> commands;
	private final List<Option> global;

	public Help(Texts texts, List<CommandSyntax> commands, List<Option> global) {
		this.texts = texts;
		this.commands = commands;
		this.global = global;
	}

	/** All commands that begin with {@code group}; all if it is empty. */
	public List<String> overview(String group) {
		List<String> lines = new ArrayList<>();
		lines.add(texts.get("help.usage", "usage", PROGRAM + " " + (group.isEmpty() ? "" : group + " ") + texts.get("help.usage.command")));
		lines.add("");
		Table table = new Table(texts.get("help.commands"), "");
		commands.stream().filter(c -> group.isEmpty() || c.name().startsWith(group + " "))
				.forEach(c -> table.row("  " + c.usage(), texts.get("command." + c.key())));
		lines.addAll(table.lines());
		lines.add("");
		lines.addAll(options(texts.get("help.global"), global, "global"));
		lines.add("");
		lines.add(texts.get("help.more", "program", PROGRAM));
		return lines;
	}

	/** Everything about one command. */
	public List<String> command(CommandSyntax command) {
		List<String> lines = new ArrayList<>();
		lines.add(texts.get("help.usage", "usage", PROGRAM + " " + command.usage()
				+ (command.options().isEmpty() ? "" : " " + texts.get("help.usage.options"))));
		lines.add("");
		lines.add(texts.get("command." + command.key()));
		texts.find("command." + command.key() + ".more").ifPresent(lines::add);
		lines.add("");
		if (!command.options().isEmpty()) {
			lines.addAll(options(texts.get("help.options"), command.options(), command.key()));
			lines.add("");
		}
		lines.addAll(options(texts.get("help.global"), global, "global"));
		return lines;
	}

	/** Name and meaning of every exit code. */
	public List<String> exitCodes() {
		Table table = new Table(texts.get("help.exit"), "", "");
		for (ExitCode code : ExitCode.values()) {
			table.row("  " + code.number(), code.name(), texts.of("exit", code));
		}
		return table.lines();
	}

	/** What an option does: the command's own text, or the one shared by all commands. */
	public String option(Option option, String key) {
		return texts.find("option." + key + "." + option.name()).orElseGet(() -> texts.get("option." + option.name()));
	}

	private List<String> options(String head, List<Option> options, String key) {
		Table table = new Table(head, "");
		options.forEach(o -> table.row("  " + o.usage(), option(o, key)));
		return table.lines();
	}
}
