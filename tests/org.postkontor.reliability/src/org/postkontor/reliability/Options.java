package org.postkontor.reliability;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param root    of the checkout
 * @param kills   how many; 0 only writes the list of cases and the numbers of other runs into the page
 * @param seed    of all moments; the same seed chooses the same ones again
 * @param workers homes at a time
 */
record Options(Path root, int kills, long seed, int workers) {
	static final String USAGE = """
			Arguments: [KILLS] [--seed N] [--workers N]
			  KILLS        how often a process is killed, 1000 if not said; 0 only renews the list of cases in docs/reliability.md
			  --seed N     chooses the same moments again; the seed of the day if not said
			  --workers N  homes at a time, one for each core if not said""";
	private static final int KILLS = 1000;

	/** @throws IllegalArgumentException unknown option, or a number that is none */
	static Options parse(List<String> arguments, long seed) {
		Options options = new Options(Path.of(""), KILLS, seed, Math.max(1, Runtime.getRuntime().availableProcessors()));
		for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
			String argument = rest.next();
			options = switch (argument) {
			case "--root" -> new Options(Path.of(value(argument, rest)).toAbsolutePath().normalize(), options.kills, options.seed, options.workers);
			case "--seed" -> new Options(options.root, options.kills, Long.parseLong(value(argument, rest)), options.workers);
			case "--workers" -> new Options(options.root, options.kills, options.seed, Math.max(1, Integer.parseInt(value(argument, rest))));
			default -> new Options(options.root, number(argument), options.seed, options.workers);
			};
		}
		return options;
	}

	private static int number(String argument) {
		if (!argument.matches("\\d{1,7}")) {
			throw new IllegalArgumentException("unknown option " + argument);
		}
		return Integer.parseInt(argument);
	}

	private static String value(String option, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException(option + " needs a value");
		}
		return rest.next();
	}
}
