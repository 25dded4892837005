package org.postkontor.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What is wrong with one direction of a {@link FaultProxy}. */
final class Lane {

	/** Nothing wrong: no delay, no cut, no drip. */
	private static final State NONE = new State(0, -1, Cut.FIN, 0, 0, false);

	record State(long delayNanos, long cutAfter, Cut cut, int dripBytes, long dripNanos, boolean blackHole) {
	}

	private final AtomicLong bytes = new AtomicLong();
	private volatile State state = NONE;

	State state() {
		return state;
	}

	synchronized void delay(Duration each) {
		State f = state;
		state = new State(each.toNanos(), f.cutAfter, f.cut, f.dripBytes, f.dripNanos, f.blackHole);
	}

	synchronized void cut(long after, Cut how) {
		State f = state;
		state = new State(f.delayNanos, after, how, f.dripBytes, f.dripNanos, f.blackHole);
	}

	synchronized void drip(int chunk, Duration pause) {
		State f = state;
		state = new State(f.delayNanos, f.cutAfter, f.cut, chunk, pause.toNanos(), f.blackHole);
	}

	synchronized void blackHole() {
		State f = state;
		state = new State(f.delayNanos, f.cutAfter, f.cut, f.dripBytes, f.dripNanos, true);
	}

	synchronized void heal() {
		state = NONE;
	}

	void count(int n) {
		bytes.addAndGet(n);
	}

	long bytes() {
		return bytes.get();
	}
}
