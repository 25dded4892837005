package org.postkontor.cli.internal.args;

import java.util.List;
import java.util.Optional;

/**
 * What a command takes.
 *
 * @param name words separated by one blank, for example {@code account add}
 */
public record CommandSyntax(String name, Optional<Operand> operand, List<Option> options) {
	public CommandSyntax {
		options = List.copyOf(options);
	}

	public static CommandSyntax of(String name, Option... options) {
		return new CommandSyntax(name, Optional.empty(), List.of(options));
	}

	public static CommandSyntax of(String name, Operand operand, Option... options) {
		return new CommandSyntax(name, Optional.of(operand), List.of(options));
	}

	/** Key of its texts. */
	public String key() {
		return name.replace(' ', '.');
	}

	/** As shown in help texts, without options. */
	public String usage() {
		return name + operand.map(o -> " " + o.usage()).orElse("");
	}
}
