package org.postkontor.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The time shared by the zones of one {@link FakeClock}: a wall clock, the time advanced, and the timers. */
final class FakeTime {

	private record Timer(Duration due, long order, Runnable action) {
	}

	private final PriorityQueue<Timer> timers = new PriorityQueue<>(
			Comparator.comparing(Timer::due).thenComparing(Timer::order));
	private Instant wall;
	private Duration elapsed = Duration.ZERO;
	private long order;

	FakeTime(Instant start) {
		wall = start;
	}

	synchronized Instant now() {
		return wall;
	}

	synchronized int pending() {
		return timers.size();
	}

	synchronized void jump(Duration duration) {
		wall = wall.plus(duration);
	}

	synchronized AutoCloseable schedule(Duration delay, Runnable action) {
		Timer timer = new Timer(elapsed.plus(delay.isNegative() ? Duration.ZERO : delay), order++, action);
		timers.add(timer);
		return () -> cancel(timer);
	}

	private synchronized void cancel(Timer timer) {
		timers.remove(timer);
	}

	void advance(Duration duration) {
		Duration end;
		synchronized (this) {
			end = elapsed.plus(duration);
		}
		for (Timer due = next(end); due != null; due = next(end)) {
			due.action().run();
		}
	}

	/** Moves to the next timer due until {@code end} and takes it, or moves to {@code end} and answers null. */
	private synchronized Timer next(Duration end) {
		Timer first = timers.peek();
		if (first == null || first.due().compareTo(end) > 0) {
			move(end);
			return null;
		}
		move(first.due());
		return timers.poll();
	}

	private void move(Duration target) {
		if (target.compareTo(elapsed) > 0) {
			wall = wall.plus(target.minus(elapsed));
			elapsed = target;
		}
	}
}
