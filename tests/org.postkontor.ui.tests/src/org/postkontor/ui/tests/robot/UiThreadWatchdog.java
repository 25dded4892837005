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
 * again, and keeps the stack of every answer that came too late. A slow machine does not count. Taking a picture does not
 * count.
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

	/**
	 * Waits busily and counts its own processor time: both threads get the same share of a busy machine, so that this is the
	 * time in which the thread of the user interface could have answered.
	 */
	private void ping() {
		AtomicBoolean answered = new AtomicBoolean();
		String stack = "";
		long start = cpu(Thread.currentThread());
		long computed = cpu(display.getThread());
		display.asyncExec(() -> answered.set(true));
		while (!answered.get() && !stopped) {
			Thread.onSpinWait();
			if (stack.isEmpty() && cpu(Thread.currentThread()) - start > limit.toNanos()) {
				stack = Arrays.stream(display.getThread().getStackTrace()).limit(60).map(f -> "\tat " + f).collect(Collectors.joining("\n"));
			}
		}
		if (!stack.isEmpty() && !stopped && !isForeign(stack)) {
			long waited = cpu(Thread.currentThread()) - start;
			late.add(waited / 1_000_000 + " ms, of which it computed " + (cpu(display.getThread()) - computed) / 1_000_000 + " ms:\n" + stack);
		}
	}

	/** Taking a picture, or the native event loop waiting for the display server: neither is code of the window. */
	private static boolean isForeign(String stack) {
		String top = stack.lines().findFirst().orElse("");
		return stack.contains(Screenshot.class.getName()) || top.contains(".gtk_main_iteration_do(") || top.contains(".gtk_main_do_event(");
	}

	private static long cpu(Thread thread) {
		return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
	}
}
