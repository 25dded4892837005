package org.postkontor.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition and never longer than told: what a test uses in place of a sleep. */
public final class Wait {

	private static final long PAUSE_NANOS = 5_000_000;

	private Wait() {
	}

	/**
	 * Returns as soon as {@code condition} holds.
	 *
	 * @throws AssertionError if it does not hold within {@code limit} of real time, or if it throws
	 */
	public static void until(Callable<Boolean> condition, Duration limit) {
		until("condition", condition, limit);
	}

	/** As {@link #until(Callable, Duration)}, with words for the failure. */
	public static void until(String what, Callable<Boolean> condition, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!holds(what, condition)) {
			if (System.nanoTime() > end) {
				throw new AssertionError(what + " did not hold within " + limit);
			}
			if (Thread.currentThread().isInterrupted()) {
				throw new AssertionError("interrupted while waiting: " + what);
			}
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	private static boolean holds(String what, Callable<Boolean> condition) {
		try {
			return condition.call();
		} catch (Exception e) {
			throw new AssertionError(what + " could not be evaluated", e);
		}
	}
}
