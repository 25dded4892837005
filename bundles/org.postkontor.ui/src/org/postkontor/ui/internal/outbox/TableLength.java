package org.postkontor.ui.internal.outbox;

import java.util.function.LongSupplier;

import org.eclipse.swt.widgets.Table;

/**
 * Brings a virtual table to a length. GTK makes and removes each item, seen or not, and removing takes longer, the more so the
 * more go at once: what is seen comes at once, the rest in steps, between which the window answers. Used on the user
 * interface's thread.
 */
final class TableLength {
	private static final int SEEN = 1_000;
	private static final int LEAST = 50;
	private static final int PAUSE_MILLIS = 15;

	private final Table table;
	private final Runnable step;
	private final StepSize more;
	private final StepSize fewer;
	private int wanted;
	private boolean running;

	/** @param step run after each step @param nanos a clock that never jumps */
	TableLength(Table table, Runnable step, LongSupplier nanos) {
		this.table = table;
		this.step = step;
		more = new StepSize(nanos, SEEN, LEAST, 8 * SEEN);
		fewer = new StepSize(nanos, SEEN / 4, LEAST, 2 * SEEN);
	}

	void set(int newLength) {
		wanted = newLength;
		if (!running) {
			next();
		}
	}

	/** With a pause: timers come before what other threads ask for, and tasks that follow each other at once leave no time to paint. */
	private void next() {
		running = false;
		if (table.isDisposed()) {
			return;
		}
		int count = table.getItemCount();
		if (count < wanted) {
			more.take(size -> table.setItemCount(Math.min(wanted, count < SEEN ? SEEN : count + size)));
			step.run();
		} else if (count > wanted) {
			fewer.take(size -> table.setItemCount(Math.max(wanted, count - size)));
			step.run();
		}
		if (table.getItemCount() != wanted) {
			running = true;
			table.getDisplay().timerExec(PAUSE_MILLIS, this::next);
		}
	}
}
