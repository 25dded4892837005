package org.postkontor.ui.internal.outbox;

import org.eclipse.swt.widgets.Table;

/**
 * Brings a virtual table to a length. GTK makes and removes each item, seen or not, and removing takes longer, the more so the
 * more go at once: what is seen comes at once, the rest in steps, between which the window answers. Used on the user
 * interface's thread.
 */
final class TableLength {
	private static final int SEEN = 1_000;
	private static final int MORE = 8_000;
	private static final int FEWER = 2_000;
	private static final int PAUSE_MILLIS = 15;

	private final Table table;
	private final Runnable step;
	private int wanted;
	private boolean running;

	/** @param step run after each step */
	TableLength(Table table, Runnable step) {
		this.table = table;
		this.step = step;
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
		if (count != wanted) {
			table.setItemCount(count < wanted ? Math.min(wanted, count < SEEN ? SEEN : count + MORE) : Math.max(wanted, count - FEWER));
			step.run();
		}
		if (table.getItemCount() != wanted) {
			running = true;
			table.getDisplay().timerExec(PAUSE_MILLIS, this::next);
		}
	}
}
