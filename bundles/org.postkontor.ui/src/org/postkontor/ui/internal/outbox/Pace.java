package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

import org.eclipse.swt.widgets.Display;

/**
 * Runs a task at once when it is asked for, but not again before a pause is over; what is asked for meanwhile is done once
 * at its end. Used on the user interface's thread only.
 */
public final class Pace {
	private final LongSupplier nanos;
	private final BiConsumer<Duration, Runnable> timer;
	private final Duration pause;
	private final Runnable task;
	private long next = Long.MIN_VALUE;
	private boolean waiting;

	/**
	 * @param nanos a clock that never jumps
	 * @param timer runs something after a time, on the same thread
	 */
	public Pace(LongSupplier nanos, BiConsumer<Duration, Runnable> timer, Duration pause, Runnable task) {
		this.nanos = nanos;
		this.timer = timer;
		this.pause = pause;
		this.task = task;
	}

	/** With the timers of the display; what is due after it is gone is dropped. */
	public static Pace of(Display display, Duration pause, Runnable task) {
		return new Pace(System::nanoTime, (delay, run) -> {
			if (!display.isDisposed()) {
				display.timerExec((int) delay.toMillis() + 1, run);
			}
		}, pause, task);
	}

	public void request() {
		long wait = next == Long.MIN_VALUE ? 0 : next - nanos.getAsLong();
		if (waiting) {
			return;
		}
		if (wait <= 0) {
			run();
		} else {
			waiting = true;
			timer.accept(Duration.ofNanos(wait), () -> {
				waiting = false;
				run();
			});
		}
	}

	private void run() {
		next = nanos.getAsLong() + pause.toNanos();
		task.run();
	}
}
