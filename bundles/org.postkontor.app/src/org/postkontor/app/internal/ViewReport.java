package org.postkontor.app.internal;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/**
 * Closes and opens a view some times, if the system property {@code postkontor.startup.view} says {@code ID ROWS}, and says
 * each time how long it took: {@code opened MILLISECONDS} when the event loop had nothing left to do, {@code filled
 * MILLISECONDS} when the window had a table of so many rows. For measurements only.
 */
final class ViewReport {
	private static final int TIMES = 5;
	private static final double MILLION = 1e6;

	private final String id;
	private final int rows;
	private final Consumer<String> report;
	private int times;
	private long start;
	private boolean opened;

	/** @param report takes lines */
	ViewReport(Consumer<String> report) {
		String[] wanted = System.getProperty("postkontor.startup.view", "").split(" ");
		id = wanted[0];
		rows = wanted.length > 1 ? Integer.parseInt(wanted[1]) : 0;
		this.report = report;
	}

	/** Call whenever the event loop is idle and the window can be used. */
	void idle(Display display) {
		if (id.isEmpty() || times > TIMES) {
			return;
		}
		if (times > 0 && !opened) {
			opened = true;
			report("opened");
		}
		if (isFilled(display)) {
			if (times > 0) {
				report("filled");
			}
			again(display);
		}
	}

	private void again(Display display) {
		times++;
		opened = true;
		if (times <= TIMES) {
			display.asyncExec(() -> {
				IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
				@Nullable
				IViewReference reference = page.findViewReference(id);
				if (reference != null) {
					page.hideView(reference);
				}
				display.asyncExec(() -> open(page));
			});
		}
	}

	private void open(IWorkbenchPage page) {
		start = System.nanoTime();
		opened = false;
		try {
			page.showView(id);
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}

	private boolean isFilled(Display display) {
		return List.of(display.getShells()).stream().anyMatch(this::hasRows);
	}

	private boolean hasRows(Control control) {
		return control instanceof Table table ? table.getItemCount() >= rows
				: control instanceof Composite composite && List.of(composite.getChildren()).stream().anyMatch(this::hasRows);
	}

	private void report(String what) {
		report.accept(what + " " + Math.round((System.nanoTime() - start) / MILLION) + "\n");
	}
}
