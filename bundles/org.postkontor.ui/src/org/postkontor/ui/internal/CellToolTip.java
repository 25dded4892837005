package org.postkontor.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Says in full what a narrow column of a table cuts off. */
public final class CellToolTip extends DefaultToolTip {
	private final Table table;

	public CellToolTip(Table table) {
		super(table, ToolTip.RECREATE, false);
		this.table = table;
		setShift(new Point(4, 16));
	}

	@Override
	protected boolean shouldCreateToolTip(@Nullable Event event) {
		return event != null && !cut(new Point(event.x, event.y)).isEmpty();
	}

	@Override
	protected String getText(@Nullable Event event) {
		return event == null ? "" : cut(new Point(event.x, event.y)).replace("&", "&&");
	}

	/** The text at a place of the table if not all of it is seen there; else empty. */
	private String cut(Point place) {
		@Nullable
		TableItem item = table.getItem(place);
		if (item == null) {
			return "";
		}
		for (int column = 0; column < table.getColumnCount(); column++) {
			if (item.getBounds(column).contains(place)) {
				return isCut(item, column) ? item.getText(column) : "";
			}
		}
		return "";
	}

	private boolean isCut(TableItem item, int column) {
		GC gc = new GC(table);
		try {
			Rectangle room = item.getTextBounds(column);
			int end = Math.min(room.x + room.width, item.getBounds(column).x + item.getBounds(column).width);
			return room.x + gc.textExtent(item.getText(column)).x > end;
		} finally {
			gc.dispose();
		}
	}
}
