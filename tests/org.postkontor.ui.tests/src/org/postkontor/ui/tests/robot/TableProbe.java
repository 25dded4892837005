package org.postkontor.ui.tests.robot;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.postkontor.testkit.Wait;

/** Counts how many rows of a virtual table are asked for. */
public final class TableProbe {
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Display display;
	private final Table table;
	private final AtomicInteger fills = new AtomicInteger();

	/** @param name accessible name of a table that is seen now, or soon: an empty one is hidden */
	public TableProbe(Display display, String name) {
		this.display = display;
		Wait.until("the table " + name, () -> seen(name).isPresent(), PATIENCE);
		this.table = seen(name).orElseThrow();
		display.syncExec(() -> table.addListener(SWT.SetData, e -> fills.incrementAndGet()));
	}

	private Optional<Table> seen(String name) {
		return display.syncCall(() -> Arrays.stream(display.getShells()).filter(s -> s.isVisible())
				.flatMap(s -> new WidgetTree(s).labelled(Table.class, name).stream()).findFirst());
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

	/** Selects a row as a person does. */
	public void select(int row) {
		display.syncExec(() -> {
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** Selects all rows, also those that were never shown. */
	public void selectAll() {
		display.syncExec(() -> {
			table.selectAll();
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** The text of a column of the selected row; empty if there is not exactly one. */
	public String selected(int column) {
		return display.syncCall(() -> table.getSelectionCount() == 1 ? table.getSelection()[0].getText(column) : "");
	}

	/** Lets the mouse rest on a cell. */
	public void hover(int row, int column) {
		display.syncExec(() -> {
			Rectangle cell = table.getItem(row).getBounds(column);
			Event event = new Event();
			event.x = cell.x + 2;
			event.y = cell.y + 2;
			table.notifyListeners(SWT.MouseHover, event);
		});
	}

	/** Makes a column so wide. Returns how wide it was. */
	public int width(int column, int pixels) {
		return display.syncCall(() -> {
			int before = table.getColumn(column).getWidth();
			table.getColumn(column).setWidth(pixels);
			return before;
		});
	}

	public int sortDirection() {
		return display.syncCall(table::getSortDirection);
	}
}
