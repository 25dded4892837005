package org.postkontor.check.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;

/** Runs an action (closing a socket) as soon as the user cancels, until it is closed itself. */
final class CancelWatch implements AutoCloseable {
	private static final long POLL_MILLIS = 100;

	private final CountDownLatch over = new CountDownLatch(1);

	CancelWatch(@Nullable IProgressMonitor monitor, Runnable action) {
		if (monitor != null) {
			Thread.ofVirtual().name("postkontor-check-cancel").start(() -> watch(monitor, action));
		}
	}

	private void watch(IProgressMonitor monitor, Runnable action) {
		try {
			while (!over.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
				if (monitor.isCanceled()) {
					action.run();
					return;
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		over.countDown();
	}
}
