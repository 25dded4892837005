package org.postkontor.demo.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps of the journey and how they went. */
final class Steps {
	private final List<Taken> taken = new ArrayList<>();
	private final long start = System.nanoTime();

	/** Something that happens or stops the journey. Returns what is to be told about it, in a few words. */
	interface Step {
		String happen() throws Exception;
	}

	private record Taken(String name, double seconds, String result, boolean happened) {
	}

	/** Does one step; after a step that did not happen the journey is over. */
	void take(String name, Step step) throws JourneyStopped {
		System.out.println("\n== " + name);
		long begin = System.nanoTime();
		try {
			String result = step.happen();
			taken.add(new Taken(name, seconds(begin), result, true));
		} catch (Exception e) {
			taken.add(new Taken(name, seconds(begin), "FAILED", false));
			throw e instanceof JourneyStopped stopped ? stopped : new JourneyStopped(name + ": " + e);
		}
	}

	/** Prints the table. Returns true if there were steps and all of them happened. */
	boolean printSummary() {
		System.out.printf("%n%-34s %8s  %s%n", "step", "seconds", "result");
		for (Taken step : taken) {
			System.out.printf(Locale.ROOT, "%-34s %8.1f  %s%n", step.name(), step.seconds(), step.result());
		}
		boolean all = !taken.isEmpty() && taken.stream().allMatch(Taken::happened);
		System.out.printf(Locale.ROOT, "%-34s %8.1f  %s%n", "all", seconds(start), all ? "arrived" : "NOT arrived");
		return all;
	}

	private static double seconds(long since) {
		return (System.nanoTime() - since) / 1e9;
	}
}
