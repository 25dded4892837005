package org.postkontor.cli.internal;

import java.io.Console;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;

import org.postkontor.auth.Secret;

/** {@link System#console()}: present only if standard input and output are a terminal. */
public final class ConsoleTerminal implements Terminal {
	@Override
	public Optional<Secret> password(String question) {
		Console console = System.console();
		if (console == null) {
			return Optional.empty();
		}
		char[] typed = console.readPassword("%s", question);
		if (typed == null) {
			return Optional.empty();
		}
		Secret secret = Secret.of(CharBuffer.wrap(typed));
		Arrays.fill(typed, ' ');
		return Optional.of(secret);
	}

	@Override
	public Optional<String> line(String question) {
		Console console = System.console();
		return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", question));
	}
}
