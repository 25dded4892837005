package org.postkontor.inbox.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;

/** Pauses in real time. Monitors tell nobody that they were cancelled; they have to be asked. */
final class RealPauses implements Pauses {
	private static final long LOOK_MILLIS = 250;

	@Override
	public void pause(Duration duration, IProgressMonitor monitor) {
		CountDownLatch never = new CountDownLatch(1);
		long end = System.nanoTime() + duration.toNanos();
		try {
			while (!monitor.isCanceled() && System.nanoTime() - end < 0) {
				never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
