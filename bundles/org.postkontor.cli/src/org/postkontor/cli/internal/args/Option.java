package org.postkontor.cli.internal.args;

import java.util.List;

/**
 * One option, without its dashes.
 *
 * @param value   placeholder of its value in help texts; empty for a flag
 * @param fallback its value if it is given without one; empty if it always needs one
 * @param many    true if it may be repeated and takes all words up to the next option
 * @param choices the only allowed values; empty for any
 */
public record Option(String name, String value, String fallback, boolean many, List<String> choices) {
	public Option {
		choices = List.copyOf(choices);
	}

	public static Option flag(String name) {
		return new Option(name, "", "", false, List.of());
	}

	public static Option value(String name, String value) {
		return new Option(name, value, "", false, List.of());
	}

	public static Option many(String name, String value) {
		return new Option(name, value, "", true, List.of());
	}

	/** May also be given without a value, in front of another option or at the end. */
	public static Option valueOr(String fallback, String name, String value) {
		return new Option(name, value, fallback, false, List.of());
	}

	public static Option choice(String name, String... choices) {
		return new Option(name, String.join("|", choices), "", false, List.of(choices));
	}

	public boolean isFlag() {
		return value.isEmpty();
	}

	/** As shown in help texts. */
	public String usage() {
		return "--" + name + (isFlag() ? "" : fallback.isEmpty() ? " " + value : " [" + value + "]") + (many ? "..." : "");
	}
}
