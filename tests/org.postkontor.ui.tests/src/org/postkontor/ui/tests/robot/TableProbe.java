package org.postkontor.ui.tests.robot;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;

/** Counts how many rows of a virtual table are asked for. */
public final class TableProbe {
	private final Display display;
	private final Table table;
	private final AtomicInteger fills = new AtomicInteger();

	/** @param name accessible name of a table that is seen now */
	public TableProbe(Display display, String name) {
		this.display = display;
		this.table = display.syncCall(() -> Arrays.stream(display.getShells()).filter(s -> s.isVisible())
				.flatMap(s -> new WidgetTree(s).labelled(Table.class, name).stream()).findFirst().orElseThrow());
		display.syncExec(() -> table.addListener(SWT.SetData, e -> fills.incrementAndGet()));
	}

	public int rows() {
		return display.syncCall(table::getItemCount);
	}

	public int fills() {
		return fills.get();
	}

	public void showLastRow() {
		display.syncExec(() -> table.showItem(table.getItem(table.getItemCount() - 1)));
	}

	public String text(int row, int column) {
		return display.syncCall(() -> table.getItem(row).getText(column));
	}

	public int sortDirection() {
		return display.syncCall(table::getSortDirection);
	}
}
