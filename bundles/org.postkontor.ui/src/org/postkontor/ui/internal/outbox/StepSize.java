package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * How much of a long work is done at once: twice as much after a step that was quick, half as much after one that took long.
 * What is quick on one machine keeps a window from answering on another. Not thread-safe.
 */
public final class StepSize {
	private static final long QUICK = Duration.ofMillis(10).toNanos();
	private static final long LONG = Duration.ofMillis(40).toNanos();

	private final LongSupplier nanos;
	private final int least;
	private final int most;
	private int size;

	/**
	 * @param nanos a clock that never jumps
	 * @param first what the first step does
	 * @param least what each step does, however long it takes: at least one
	 * @param most  what no step does more than, however quick it is
	 */
	public StepSize(LongSupplier nanos, int first, int least, int most) {
		this.nanos = nanos;
		this.size = first;
		this.least = least;
		this.most = most;
	}

	/** @param step given how much it may do */
	public void take(IntConsumer step) {
		long start = nanos.getAsLong();
		step.accept(size);
		long took = nanos.getAsLong() - start;
		if (took > LONG) {
			size = Math.max(least, size / 2);
		} else if (took < QUICK) {
			size = Math.min(most, size * 2);
		}
	}
}
