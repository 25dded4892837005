package org.postkontor.ui.internal.outbox;

import java.util.Optional;
import java.util.function.IntFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Draws how far a mail is below the text of its state, which says the same to those who do not see it. */
final class ProgressBarPainter {
	private static final int HEIGHT = 3;

	private final Table table;
	private final IntFunction<Optional<SendingProgress>> progress;

	ProgressBarPainter(Table table, IntFunction<Optional<SendingProgress>> progress) {
		this.table = table;
		this.progress = progress;
		table.addListener(SWT.PaintItem, this::paint);
	}

	private void paint(Event event) {
		if (event.index == 0 && event.item instanceof TableItem item) {
			progress.apply(table.indexOf(item)).ifPresent(p -> bar(event.gc, item.getBounds(0), p.share(), (event.detail & SWT.SELECTED) != 0));
		}
	}

	private static void bar(GC gc, Rectangle cell, double share, boolean selected) {
		int y = cell.y + cell.height - HEIGHT;
		int width = cell.width - 2;
		gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
		gc.fillRectangle(cell.x, y, width, HEIGHT);
		gc.setBackground(gc.getDevice().getSystemColor(selected ? SWT.COLOR_LIST_SELECTION_TEXT : SWT.COLOR_LIST_SELECTION));
		gc.fillRectangle(cell.x, y, (int) Math.round(width * share), HEIGHT);
	}
}
