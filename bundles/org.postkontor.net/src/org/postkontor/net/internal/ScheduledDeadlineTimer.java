package org.postkontor.net.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.postkontor.net.DeadlineTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deadlines on one daemon thread that starts with the first of them. Nearly all are closed in time. Those stay in the queue
 * for a while, without what they would have run: as long as it is not empty, a later deadline does not wake the thread.
 */
@Component(service = DeadlineTimer.class)
public final class ScheduledDeadlineTimer implements DeadlineTimer, AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ScheduledDeadlineTimer.class);

	/** After so many deadlines the closed ones are removed. */
	private static final int TIDY = 1000;

	private final AtomicInteger started = new AtomicInteger();
	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("postkontor-deadlines").factory());

	@Override
	public Deadline start(Duration delay, Runnable onExpiry) {
		if (started.incrementAndGet() % TIDY == 0) {
			executor.purge();
		}
		AtomicReference<@Nullable Runnable> action = new AtomicReference<>(onExpiry);
		Future<?> running = executor.schedule(() -> expire(action.getAndSet(null)), delay.toNanos(), TimeUnit.NANOSECONDS);
		return () -> {
			action.set(null);
			running.cancel(false);
		};
	}

	private static void expire(@Nullable Runnable onExpiry) {
		try {
			if (onExpiry != null) {
				onExpiry.run();
			}
		} catch (RuntimeException e) {
			LOG.warn("a deadline's action failed", e);
		}
	}

	@Override
	@Deactivate
	public void close() {
		executor.shutdownNow();
	}
}
