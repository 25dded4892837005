package org.postkontor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was asked for on the command line.
 *
 * @param root    of the checkout
 * @param names   of the benchmarks to run, or what their names begin with; empty for all
 * @param full    as many mails as the titles say in each round, however long it takes
 * @param quick   only to see whether everything runs
 * @param write   puts the numbers into docs/performance.md
 * @param mails   per round, if not the benchmark's own choice
 * @param rounds  that count; those before are discarded
 * @param seconds after which no further round of a benchmark begins
 * @param sides   of send and drain that run, by parts of their names; empty for all
 */
public record Options(Path root, List<String> names, boolean full, boolean quick, boolean write, OptionalInt mails, OptionalInt rounds, OptionalInt seconds,
		List<String> sides) {
	static final String USAGE = """
			Arguments: [--full | --quick] [--write] [--mails N] [--rounds N] [--seconds N] [--sides A,B] [NAME...]
			  --full       sends 1,000 (of 5 MB: 100) mails in each round, three times (hours)
			  --quick      a few mails once, only to see whether everything runs
			  --write      puts the numbers into docs/performance.md
			  --mails N    mails in each round of send and drain, mails in all of submit
			  --rounds N   rounds that count; at least one more is run before and discarded
			  --seconds N  begins no further round of a benchmark after this time
			  --sides A,B  of send and drain only sides whose name has one of these texts in it, such as outbox,raw
			A name runs the benchmark or all that begin with it ("drain", "drain-20kb", "drain-20kb-0ms-1to"). Names:
			  """;
	private static final int FEW = 3;
	private static final double WARM_UP = 30;

	public Options {
		names = List.copyOf(names);
		sides = List.copyOf(sides);
	}

	/** @throws IllegalArgumentException unknown option, or a number that is none */
	public static Options parse(List<String> arguments) {
		Path root = Path.of("");
		List<String> names = new ArrayList<>();
		boolean full = false;
		boolean quick = false;
		boolean write = false;
		OptionalInt mails = OptionalInt.empty();
		OptionalInt rounds = OptionalInt.empty();
		OptionalInt seconds = OptionalInt.empty();
		List<String> sides = List.of();
		for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
			String argument = rest.next();
			switch (argument) {
			case "--root" -> root = Path.of(value(argument, rest));
			case "--full" -> full = true;
			case "--quick" -> quick = true;
			case "--write" -> write = true;
			case "--mails" -> mails = OptionalInt.of(number(argument, rest));
			case "--rounds" -> rounds = OptionalInt.of(number(argument, rest));
			case "--seconds" -> seconds = OptionalInt.of(number(argument, rest));
			case "--sides" -> sides = List.of(value(argument, rest).split(","));
			default -> names.add(name(argument));
			}
		}
		if (quick && (full || write)) {
			throw new IllegalArgumentException("--quick goes with neither --full nor --write");
		}
		return new Options(root.toAbsolutePath().normalize(), names, full, quick, write, mails, rounds, seconds, sides);
	}

	/** Whether the benchmark of this name was asked for. */
	public boolean selects(String name) {
		return names.isEmpty() || names.stream().anyMatch(wanted -> name.equals(wanted) || name.startsWith(wanted + "-"));
	}

	/** Those of the sides that are to run. */
	public List<Side> chosen(List<Side> all) {
		return all.stream().filter(side -> sides.isEmpty() || sides.stream().anyMatch(side.name()::contains)).toList();
	}

	/** Mails in each round. @param all what the benchmark is named after */
	public int mails(int usual, int all) {
		return mails.orElse(full ? all : quick ? Math.min(usual, FEW) : usual);
	}

	public Rounds rounds(int usual, int usualSeconds) {
		return new Rounds(rounds.orElse(full ? 3 : quick ? 1 : usual), seconds.orElse(full ? Integer.MAX_VALUE : usualSeconds));
	}

	/** Seconds in which rounds do not count: by then the VM has compiled what it runs for each mail. */
	public double warmUp() {
		return quick ? 0 : WARM_UP;
	}

	/** The same where the network takes so little time that the compiler is what the processors are busy with. */
	public double longWarmUp() {
		return 7 * warmUp();
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
