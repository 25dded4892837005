package org.postkontor.cli.internal.args;

import java.util.List;
import java.util.Optional;

/**
 * A parsed command line.
 *
 * @param command empty if no command was named, or only a group of commands
 * @param words   the words that named command or group
 */
public record CommandWords(Optional<CommandSyntax> command, List<String> words, Arguments arguments) {
	public CommandWords {
		words = List.copyOf(words);
	}
}
