package org.postkontor.cli.internal.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;

/** Waits in steps of at most a second until a limit is over or the monitor is cancelled. */
final class Pause {
	private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1000);
	private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

	private final long start = System.nanoTime();
	private final long limit;
	private final IProgressMonitor monitor;
	private final CountDownLatch never = new CountDownLatch(1);

	Pause(Duration limit, IProgressMonitor monitor) {
		this.limit = limit.toNanos();
		this.monitor = monitor;
	}

	/** Waits one step; false if time is over or somebody cancelled. */
	boolean next() {
		long begin = System.nanoTime();
		while (System.nanoTime() - begin < STEP) {
			if (monitor.isCanceled() || System.nanoTime() - start >= limit) {
				return false;
			}
			try {
				never.await(LOOK, TimeUnit.NANOSECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}
}
