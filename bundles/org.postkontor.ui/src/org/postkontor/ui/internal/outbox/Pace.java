package org.postkontor.ui.internal.outbox;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

import org.eclipse.swt.widgets.Display;

/**
 * Runs a task at once when it is asked for, but not again before a pause is over; what is asked for meanwhile is done once
 * at its end. What takes long gets longer pauses, so that it keeps nobody else from working. Used on the user interface's
 * thread, except where said.
 */
public final class Pace {
	private static final int REST = 4;

	private final LongSupplier nanos;
	private final BiConsumer<Duration, Runnable> timer;
	private final Duration pause;
	private final Runnable task;
	private long next = Long.MIN_VALUE;
	private volatile long rest;
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

	/** How long the work that the task started took last; pauses are four times as long from now on, but never shorter. On any thread. */
	public void took(Duration time) {
		rest = time.multipliedBy(REST).toNanos();
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
		next = nanos.getAsLong() + Math.max(pause.toNanos(), rest);
		task.run();
	}
}
