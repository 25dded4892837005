package org.postkontor.cli.internal.args;

import java.util.List;

/**
 * One option, without its dashes.
 *
 * @param value   placeholder of its value in help texts; empty for a flag
 * @param many    true if it may be repeated and takes all words up to the next option
 * @param choices the only allowed values; empty for any
 */
public record Option(String name, String value, boolean many, List<String> choices) {
	public Option {
		choices = List.copyOf(choices);
	}

	public static Option flag(String name) {
		return new Option(name, "", false, List.of());
	}

	public static Option value(String name, String value) {
		return new Option(name, value, false, List.of());
	}

	public static Option many(String name, String value) {
		return new Option(name, value, true, List.of());
	}

	public static Option choice(String name, String... choices) {
		return new Option(name, String.join("|", choices), false, List.of(choices));
	}

	public boolean isFlag() {
		return value.isEmpty();
	}

	/** As shown in help texts. */
	public String usage() {
		return "--" + name + (isFlag() ? "" : " " + value) + (many ? "..." : "");
	}
}
