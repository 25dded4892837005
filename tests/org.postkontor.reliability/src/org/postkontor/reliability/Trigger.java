package org.postkontor.reliability;

import java.util.concurrent.locks.LockSupport;

/** Kills one process at its moment, once. Thread-safe. */
final class Trigger {
	private final Moment moment;
	private final Process process;
	private int left;
	private volatile boolean fired;

	Trigger(Moment moment, Process process) {
		this.moment = moment;
		this.process = process;
		left = moment.nth();
	}

	Moment moment() {
		return moment;
	}

	/** True from just before the kill. */
	boolean isFired() {
		return fired;
	}

	/** The servers saw something; true if this is the moment, and the process is dead or about to be. */
	boolean saw(String event) {
		synchronized (this) {
			if (!event.equals(moment.event()) || --left != 0) {
				return false;
			}
		}
		if (moment.stopsServer()) {
			fire();
		} else {
			Thread.ofPlatform().daemon().start(this::fireLater);
		}
		return true;
	}

	private void fireLater() {
		long end = System.nanoTime() + moment.nanos();
		for (long rest = moment.nanos(); rest > 0; rest = end - System.nanoTime()) {
			LockSupport.parkNanos(rest);
		}
		fire();
	}

	/** At once, whatever the moment was. */
	void fire() {
		fired = true;
		// Not by the Process, which closes its streams with it: what was said before the kill is still to be read.
		process.toHandle().destroyForcibly();
	}
}
