package org.postkontor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs all sides in turns, A B C A B C, so that what the machine does meanwhile hits all of them. The first round of each
 * is discarded.
 *
 * @param wanted rounds that count; at least one of them is run
 * @param limit  seconds; no round is begun that would probably end later
 */
public record Rounds(int wanted, double limit) {

	/** The samples of each side by its name; all have as many. */
	public Map<String, List<Sample>> run(List<? extends Side> sides) throws Exception {
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		Progress progress = new Progress(wanted);
		long start = System.nanoTime();
		double longest = 0;
		for (int round = 0; round <= wanted && (round < 2 || seconds(start) + longest <= limit); round++) {
			long begun = System.nanoTime();
			for (Side side : sides) {
				progress.show(round, side.name());
				Sample sample = side.round();
				List<Sample> kept = samples.computeIfAbsent(side.name(), name -> new ArrayList<>());
				if (round > 0) {
					kept.add(sample);
				}
			}
			longest = round == 0 ? 0 : Math.max(longest, seconds(begun));
		}
		return samples;
	}

	static double seconds(long sinceNanos) {
		return (System.nanoTime() - sinceNanos) / 1e9;
	}
}
