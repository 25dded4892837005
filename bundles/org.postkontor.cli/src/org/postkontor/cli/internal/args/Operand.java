package org.postkontor.cli.internal.args;

/** A word after the command. @param max how many; never less than {@code min} */
public record Operand(String name, int min, int max) {
	public static Operand required(String name) {
		return new Operand(name, 1, 1);
	}

	public static Operand optional(String name) {
		return new Operand(name, 0, 1);
	}

	/** At least one. */
	public static Operand many(String name) {
		return new Operand(name, 1, 1000);
	}

	/** Any number. */
	public static Operand any(String name) {
		return new Operand(name, 0, 1000);
	}

	/** As shown in help texts. */
	public String usage() {
		String dots = max > 1 ? "..." : "";
		return min == 0 ? "[" + name + dots + "]" : name + dots;
	}
}
