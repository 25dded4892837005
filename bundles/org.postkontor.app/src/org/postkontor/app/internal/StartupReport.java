package org.postkontor.app.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Says once when the window can be used, if the system property {@code postkontor.startup.report} names a file (such as
 * {@code /dev/stdout}): a window is visible, something in it was painted, and the event loop has nothing left to do.
 * Writes {@code usable MILLISECONDS}, counted from the start of the VM; for measurements only; the empty
 * workbench of the benchmark does the same.
 */
final class StartupReport {
	private final String file = System.getProperty("postkontor.startup.report", "");
	private final Listener painting = event -> painted = true;
	private final ViewReport view = new ViewReport(this::write);
	private boolean due = !file.isEmpty();
	private boolean painted;

	/** Call before the first window opens. */
	void watch(Display display) {
		if (due) {
			display.addFilter(SWT.Paint, painting);
		}
	}

	/** Call whenever the event loop is idle. */
	void idle(Display display) {
		if (!file.isEmpty() && !due) {
			view.idle(display);
		}
		if (due && painted && List.of(display.getShells()).stream().anyMatch(Shell::isVisible)) {
			due = false;
			display.removeFilter(SWT.Paint, painting);
			write("usable " + ManagementFactory.getRuntimeMXBean().getUptime() + "\n");
		}
	}

	private void write(String line) {
		try {
			Files.writeString(Path.of(file), line);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
