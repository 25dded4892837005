package org.postkontor.outbox.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners about changes, at most ten times a second however many there are. Thread-safe. */
final class ChangeNotifier implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ChangeNotifier.class);
	private static final int PAUSE_MILLIS = 100;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicBoolean pending = new AtomicBoolean();
	private final ScheduledThreadPoolExecutor executor;

	ChangeNotifier() {
		executor = new ScheduledThreadPoolExecutor(1, task -> Thread.ofPlatform().daemon().name("outbox changes").unstarted(task));
		executor.setKeepAliveTime(5, TimeUnit.SECONDS);
		executor.allowCoreThreadTimeOut(true);
		executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	AutoCloseable listen(Runnable listener) {
		// A listener of its own, so that the same one can be added twice and each is removed by its own handle.
		Runnable own = listener::run;
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	void changed() {
		if (!listeners.isEmpty() && pending.compareAndSet(false, true) && !executor.isShutdown()) {
			executor.schedule(this::tell, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void tell() {
		pending.set(false);
		for (Runnable listener : listeners) {
			try {
				listener.run();
			} catch (RuntimeException e) {
				LOG.error("a listener failed", e);
			}
		}
	}

	@Override
	public void close() {
		executor.shutdown();
	}
}
