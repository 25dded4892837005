package org.postkontor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs all sides in turns, A B C A B C, so that what the machine does meanwhile hits all of them. */
final class Rounds {
	private Rounds() {
	}

	/** The samples of each side by its name; the first round of each is not among them. */
	static Map<String, List<Sample>> run(int rounds, List<? extends Side> sides) throws Exception {
		Map<String, List<Sample>> samples = new LinkedHashMap<>();
		for (int round = 0; round <= rounds; round++) {
			for (Side side : sides) {
				Sample sample = side.round();
				List<Sample> kept = samples.computeIfAbsent(side.name(), name -> new ArrayList<>());
				if (round > 0) {
					kept.add(sample);
				}
			}
		}
		return samples;
	}

	static double seconds(long sinceNanos) {
		return (System.nanoTime() - sinceNanos) / 1e9;
	}
}
