package org.postkontor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was asked for on the command line.
 *
 * @param root   of the checkout
 * @param names  of the benchmarks to run; empty for all
 * @param full   really sends 1,000 mails in each round
 * @param write  puts the numbers into docs/performance.md
 * @param mails  per round, if not the benchmark's own choice
 * @param rounds that count; one more is discarded
 */
record Options(Path root, List<String> names, boolean full, boolean write, OptionalInt mails, OptionalInt rounds) {
	static final String USAGE = """
			Arguments: [--full] [--write] [--mails N] [--rounds N] [NAME...]
			  --full      sends 1,000 mails in each round (over an hour)
			  --write     puts the numbers into docs/performance.md
			  --mails N   mails in each round of send and drain, mails in all of submit
			  --rounds N  rounds that count; one more is run before and discarded
			Names:\s""";

	Options {
		names = List.copyOf(names);
	}

	/** @throws IllegalArgumentException unknown option, or a number that is none */
	static Options parse(List<String> arguments) {
		Path root = Path.of("");
		List<String> names = new ArrayList<>();
		boolean full = false;
		boolean write = false;
		OptionalInt mails = OptionalInt.empty();
		OptionalInt rounds = OptionalInt.empty();
		for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
			String argument = rest.next();
			switch (argument) {
			case "--root" -> root = Path.of(value(argument, rest));
			case "--full" -> full = true;
			case "--write" -> write = true;
			case "--mails" -> mails = OptionalInt.of(number(argument, rest));
			case "--rounds" -> rounds = OptionalInt.of(number(argument, rest));
			default -> names.add(name(argument));
			}
		}
		return new Options(root.toAbsolutePath().normalize(), names, full, write, mails, rounds);
	}

	/** Mails in each round. */
	int mails(int usual) {
		return full ? 1000 : mails.orElse(usual);
	}

	int rounds(int usual) {
		return rounds.orElse(full ? 3 : usual);
	}

	private static String name(String argument) {
		if (argument.startsWith("-")) {
			throw new IllegalArgumentException("unknown option " + argument);
		}
		return argument;
	}

	private static int number(String option, Iterator<String> rest) {
		int number = Integer.parseInt(value(option, rest));
		if (number < 1) {
			throw new IllegalArgumentException(option + " needs a number over 0");
		}
		return number;
	}

	private static String value(String option, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException(option + " needs a value");
		}
		return rest.next();
	}
}
