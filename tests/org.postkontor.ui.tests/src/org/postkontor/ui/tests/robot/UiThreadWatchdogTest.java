package org.postkontor.ui.tests.robot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postkontor.ui.tests.WorkbenchExtension;

/** The watchdog itself: what it reports, and what it lets pass. */
class UiThreadWatchdogTest {
	private static final Duration LIMIT = Duration.ofMillis(200);

	@RegisterExtension
	static final WorkbenchExtension WORKBENCH = new WorkbenchExtension();

	@Test
	void reportsAThreadThatWaits() {
		UiThreadWatchdog watchdog = watching(() -> {
			try {
				new CountDownLatch(1).await(3, TimeUnit.SECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		assertThrows(AssertionError.class, watchdog::assertNeverBlocked);
	}

	@Test
	void reportsAThreadThatComputes() {
		UiThreadWatchdog watchdog = watching(() -> compute(Duration.ofMillis(600)));
		assertThrows(AssertionError.class, watchdog::assertNeverBlocked);
	}

	@Test
	void letsShortWorkPass() {
		UiThreadWatchdog watchdog = watching(() -> compute(Duration.ofMillis(40)));
		assertDoesNotThrow(watchdog::assertNeverBlocked);
	}

	@Test
	void letsACallPassThatWaitsForTheServerOfTheScreen() {
		String stack = "\tat org.eclipse.swt.internal.gtk.GDK.gdk_window_get_origin(Native Method)\n\tat org.eclipse.swt.widgets.Table.getClientArea(Table.java:1)";
		assertTrue(UiThreadWatchdog.isForeign(stack, false));
		assertFalse(UiThreadWatchdog.isForeign(stack, true), "the toolkit was made to compute for that long");
		assertFalse(UiThreadWatchdog.isForeign("\tat java.base/java.net.Socket.connect(Native Method)\n" + stack, false));
	}

	private static UiThreadWatchdog watching(Runnable work) {
		Display display = WORKBENCH.workbench().display();
		try (UiThreadWatchdog watchdog = new UiThreadWatchdog(display, LIMIT)) {
			display.syncExec(work);
			watchdog.awaitAnswer();
			return watchdog;
		}
	}

	private static void compute(Duration time) {
		long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + time.toNanos();
		while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
			Thread.onSpinWait();
		}
	}
}
