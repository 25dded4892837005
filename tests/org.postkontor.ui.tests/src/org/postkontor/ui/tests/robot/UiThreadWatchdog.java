package org.postkontor.ui.tests.robot;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;

/**
 * Watches that the thread of the user interface always answers within a limit: asks it from another thread, again and
 * again, and keeps the stack of every answer that came too late. Time in which the watching thread itself did not get the
 * processor is not counted: then the machine was slow, not the user interface.
 */
public final class UiThreadWatchdog implements AutoCloseable {
	private static final Duration PAUSE = Duration.ofMillis(20);

	private final Display display;
	private final Duration limit;
	private final Thread watcher;
	private final List<String> late = new CopyOnWriteArrayList<>();
	private volatile boolean stopped;

	/** Starts watching; call it when the workbench is idle. */
	public UiThreadWatchdog(Display display, Duration limit) {
		this.display = display;
		this.limit = limit;
		this.watcher = new Thread(this::watch, "ui watchdog");
		watcher.setDaemon(true);
		watcher.start();
	}

	/** @throws AssertionError with the stacks if the thread was blocked */
	public void assertNeverBlocked() {
		if (!late.isEmpty()) {
			throw new AssertionError("the thread of the user interface was blocked:\n" + String.join("\n", late));
		}
	}

	@Override
	public void close() {
		stopped = true;
	}

	private void watch() {
		while (!stopped && !display.isDisposed()) {
			ping();
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private void ping() {
		AtomicBoolean answered = new AtomicBoolean();
		long waited = 0;
		String stack = "";
		long cpuAtStart = cpu();
		display.asyncExec(() -> answered.set(true));
		long last = System.nanoTime();
		while (!answered.get() && !stopped) {
			LockSupport.parkNanos(PAUSE.toNanos());
			long now = System.nanoTime();
			// A pause that took much longer than asked for means that this thread got no processor.
			waited += Math.min(now - last, 2 * PAUSE.toNanos());
			last = now;
			if (waited > limit.toNanos() && stack.isEmpty()) {
				stack = Arrays.stream(display.getThread().getStackTrace()).limit(60).map(f -> "\tat " + f).collect(Collectors.joining("\n"));
			}
		}
		if (!stack.isEmpty() && !stopped) {
			late.add(waited / 1_000_000 + " ms, of which it computed " + (cpu() - cpuAtStart) / 1_000_000 + " ms:\n" + stack);
		}
	}

	private long cpu() {
		return ManagementFactory.getThreadMXBean().getThreadCpuTime(display.getThread().threadId());
	}
}
