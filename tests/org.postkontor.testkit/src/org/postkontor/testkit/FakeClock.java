package org.postkontor.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until the test moves it, with timers that fire while it moves.
 * <p>
 * Timers run in the thread that calls {@link #advance} or {@link #set}, in the order of their due times, and see the
 * clock at their own due time; a timer started by a timer fires in the same advance when it is due. A clock that is
 * set back fires nothing and loses no timer: due times are counted in time advanced, as a monotonic timer does.
 * Thread-safe.
 */
public final class FakeClock extends Clock {

	private final FakeTime time;
	private final ZoneId zone;

	/** Starts at 2026-11-02T08:00:00Z, a Monday. */
	public FakeClock() {
		this(Instant.parse("2026-11-02T08:00:00Z"));
	}

	public FakeClock(Instant start) {
		this(new FakeTime(start), ZoneOffset.UTC);
	}

	private FakeClock(FakeTime time, ZoneId zone) {
		this.time = time;
		this.zone = zone;
	}

	/** Moves time on and fires what becomes due. A negative duration moves the wall clock back and fires nothing. */
	public void advance(Duration duration) {
		if (duration.isNegative()) {
			time.jump(duration);
		} else {
			time.advance(duration);
		}
	}

	/** Moves the wall clock to {@code instant}; forwards fires timers, backwards does not. */
	public void set(Instant instant) {
		advance(Duration.between(instant(), instant));
	}

	/** Moves the wall clock only, as a user or a time server does: no timer fires, none changes its distance. */
	public void jump(Duration duration) {
		time.jump(duration);
	}

	/**
	 * Runs {@code action} once when {@code delay} has been advanced; a delay of zero or less fires at the next
	 * advance, even one by zero.
	 *
	 * @return closes = cancels; closing a fired timer does nothing
	 */
	public AutoCloseable schedule(Duration delay, Runnable action) {
		return time.schedule(delay, action);
	}

	/** The number of timers that wait. */
	public int pendingTimers() {
		return time.pending();
	}

	@Override
	public Instant instant() {
		return time.now();
	}

	@Override
	public ZoneId getZone() {
		return zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new FakeClock(time, other);
	}
}
