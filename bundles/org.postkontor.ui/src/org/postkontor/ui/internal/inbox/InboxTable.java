package org.postkontor.ui.internal.inbox;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;

/** The received mails; virtual. */
final class InboxTable {
	private final Table table;
	private final Formats formats;
	private final Icons icons;
	private List<InboxRow> rows = List.of();

	InboxTable(Composite parent, Formats formats) {
		this.formats = formats;
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
		table.setHeaderVisible(true);
		icons = new Icons(table);
		new AccessibleName(InboxMessages.tableName).of(table);
		column(layout, InboxMessages.columnFrom, SWT.NONE, 24, 130);
		column(layout, InboxMessages.columnSubject, SWT.NONE, 34, 140);
		column(layout, InboxMessages.columnDate, SWT.NONE, 16, 140);
		column(layout, InboxMessages.columnAccount, SWT.NONE, 18, 90);
		column(layout, InboxMessages.columnSize, SWT.RIGHT, 8, 70);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
	}

	/** For the layout of the parent. */
	Composite control() {
		return table.getParent();
	}

	Table table() {
		return table;
	}

	void show(List<InboxRow> newRows) {
		Optional<Long> selected = selected().map(r -> r.entry().id());
		rows = newRows;
		table.setItemCount(rows.size());
		table.clearAll();
		int again = selected.map(id -> newRows.stream().map(r -> r.entry().id()).toList().indexOf(id)).orElse(-1);
		if (again >= 0) {
			table.setSelection(again);
		} else {
			table.deselectAll();
		}
	}

	Optional<InboxRow> selected() {
		int index = table.getSelectionIndex();
		return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
	}

	private void fill(TableItem item, int index) {
		if (index < rows.size()) {
			item.setText(rows.get(index).columns(formats).toArray(String[]::new));
			item.setImage(0, icons.get(Icon.MAIL));
		}
	}

	private void column(TableColumnLayout layout, String title, int style, int weight, int minimum) {
		TableColumn column = new TableColumn(table, style);
		column.setText(title);
		layout.setColumnData(column, new ColumnWeightData(weight, minimum));
	}
}
