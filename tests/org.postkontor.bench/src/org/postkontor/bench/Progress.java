package org.postkontor.bench;

/** Shows on the terminal, not among the numbers, that something is still going on. */
final class Progress {
	private static final double SECONDS = 5;

	private final int rounds;
	private final long start = System.nanoTime();
	private double shown = -SECONDS;

	Progress(int rounds) {
		this.rounds = rounds;
	}

	/** At most every few seconds. */
	void show(int round, String side) {
		double now = Rounds.seconds(start);
		if (now - shown >= SECONDS) {
			shown = now;
			System.err.println("  " + Spread.number(now, 0) + " s: " + (round == 0 ? "warming up" : "round " + round + " of at most " + rounds) + ", " + side);
		}
	}
}
