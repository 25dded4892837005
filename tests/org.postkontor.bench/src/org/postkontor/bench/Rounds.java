package org.postkontor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Runs all sides in turns, A B C A B C, so that what the machine does meanwhile hits all of them. The first rounds are
 * discarded: one of each side, and as many as begin while the VM still compiles what it runs.
 *
 * @param wanted rounds that count; at least one of them is run
 * @param warmUp seconds from the start in which rounds that begin are discarded
 * @param limit  seconds; no round is begun that would probably end later
 */
public record Rounds(int wanted, double warmUp, double limit) {

	/** Without a time for warming up: one round is discarded. */
	public Rounds(int wanted, double limit) {
		this(wanted, 0, limit);
	}

	/**
	 * What was measured.
	 *
	 * @param first   of each side by its name, in a VM that has just started; does not count
	 * @param samples of each side by its name; all have as many
	 */
	public record Result(Map<String, Sample> first, Map<String, List<Sample>> samples) {
	}

	public Rounds warmingUp(double seconds) {
		return new Rounds(wanted, seconds, limit);
	}

	public Result run(List<? extends Side> sides) throws Exception {
		Progress progress = new Progress(wanted);
		long start = System.nanoTime();
		Map<String, Sample> first = new LinkedHashMap<>();
		double longest = round(0, sides, progress, first::put);
		List<? extends Side> cold = sides.stream().filter(Side::warmsUp).toList();
		while (!cold.isEmpty() && seconds(start) < warmUp && seconds(start) + 2 * longest <= limit) {
			round(0, cold, progress, (side, sample) -> {
			});
		}
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		for (int round = 1; round <= wanted && (round < 2 || seconds(start) + longest <= limit); round++) {
			longest = Math.max(longest, round(round, sides, progress, (side, sample) -> samples.computeIfAbsent(side, name -> new ArrayList<>()).add(sample)));
		}
		return new Result(first, samples);
	}

	private static double round(int round, List<? extends Side> sides, Progress progress, BiConsumer<String, Sample> kept) throws Exception {
		long begun = System.nanoTime();
		for (Side side : sides) {
			progress.show(round, side.name());
			kept.accept(side.name(), side.round());
		}
		return seconds(begun);
	}

	static double seconds(long sinceNanos) {
		return (System.nanoTime() - sinceNanos) / 1e9;
	}
}
