package org.postkontor.ui.tests.robot;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;
import org.postkontor.testkit.Wait;

/**
 * Watches that the thread of the user interface always answers within a limit: asks it from another thread, again and
 * again, and keeps the stack of every answer that came too late. A slow machine does not count. Taking a picture does not
 * count.
 */
public final class UiThreadWatchdog implements AutoCloseable {
	private static final Duration PAUSE = Duration.ofMillis(20);
	private static final Duration LOOK = Duration.ofMillis(1);
	private static final Duration LONGEST_LOOK = Duration.ofMillis(2);
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Display display;
	private final Duration limit;
	private final Thread watcher;
	private final List<String> late = new CopyOnWriteArrayList<>();
	private final AtomicLong answers = new AtomicLong();
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

	/** Returns when a question asked after this call was answered, and with it every one before. */
	void awaitAnswer() {
		long wanted = answers.get() + 2;
		Wait.until("answers", () -> answers.get() >= wanted, PATIENCE);
	}

	@Override
	public void close() {
		stopped = true;
	}

	private void watch() {
		while (!stopped && !display.isDisposed()) {
			ping();
			answers.incrementAndGet();
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/**
	 * Waits for one answer. The thread of the user interface is late if it computed for longer than the limit, or if it stood
	 * still for that long without a break: waiting for a lock, a file, the network. A thread that gets a little done again
	 * and again is on a busy machine. Time stops when the machine has none to give: a look that comes late counts as one
	 * that came in time.
	 */
	private void ping() {
		AtomicBoolean answered = new AtomicBoolean();
		long computedBefore = cpu(display.getThread());
		long computed = 0;
		long still = 0;
		long before = System.nanoTime();
		String stack = "";
		display.asyncExec(() -> answered.set(true));
		while (!answered.get() && !stopped) {
			LockSupport.parkNanos(LOOK.toNanos());
			long now = System.nanoTime();
			still += Math.min(now - before, LONGEST_LOOK.toNanos());
			before = now;
			long newly = cpu(display.getThread()) - computedBefore;
			if (newly > computed) {
				computed = newly;
				still = 0;
			}
			if (stack.isEmpty() && Math.max(computed, still) > limit.toNanos()) {
				stack = Arrays.stream(display.getThread().getStackTrace()).limit(60).map(f -> "\tat " + f).collect(Collectors.joining("\n"));
			}
		}
		if (!stack.isEmpty() && !stopped && !isForeign(stack, computed > limit.toNanos())) {
			late.add("computed " + computed / 1_000_000 + " ms:\n" + stack);
		}
	}

	/**
	 * Taking a picture, or the native event loop between two events: neither is code of the window. One event that takes too
	 * long is seen inside its handler; several short ones in a row may delay an answer, but block nothing. A call of the
	 * toolkit that stands still waits for the server of the screen, which on a busy machine has to wait, too.
	 */
	static boolean isForeign(String stack, boolean computes) {
		String top = stack.lines().findFirst().orElse("");
		return stack.contains(Screenshot.class.getName()) || top.contains(".gtk_main_iteration_do(") || top.contains(".gtk_main_do_event(")
				|| top.contains(".gtk_events_pending(") || !computes && top.contains("org.eclipse.swt.internal.");
	}

	private static long cpu(Thread thread) {
		return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
	}
}
