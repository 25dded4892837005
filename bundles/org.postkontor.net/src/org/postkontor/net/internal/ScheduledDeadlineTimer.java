package org.postkontor.net.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.postkontor.net.DeadlineTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deadlines on one daemon thread that starts with the first of them. */
@Component(service = DeadlineTimer.class)
public final class ScheduledDeadlineTimer implements DeadlineTimer, AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ScheduledDeadlineTimer.class);

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("postkontor-deadlines").factory());

	public ScheduledDeadlineTimer() {
		executor.setRemoveOnCancelPolicy(true);
	}

	@Override
	public Deadline start(Duration delay, Runnable onExpiry) {
		Future<?> running = executor.schedule(() -> expire(onExpiry), delay.toNanos(), TimeUnit.NANOSECONDS);
		return () -> running.cancel(false);
	}

	private static void expire(Runnable onExpiry) {
		try {
			onExpiry.run();
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
