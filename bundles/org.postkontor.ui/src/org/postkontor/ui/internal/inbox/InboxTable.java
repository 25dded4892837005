package org.postkontor.ui.internal.inbox;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;

/** The received mails; virtual. */
final class InboxTable {
	private final ColumnTable columns;
	private final Table table;
	private final Formats formats;
	private final Icons icons;
	private List<InboxRow> rows = List.of();

	InboxTable(Composite parent, Formats formats) {
		this.formats = formats;
		columns = new ColumnTable(parent, SWT.VIRTUAL | SWT.SINGLE, InboxMessages.tableName);
		table = columns.table();
		icons = new Icons(table);
		columns.column(InboxMessages.columnFrom, SWT.NONE, 24, 130);
		columns.column(InboxMessages.columnSubject, SWT.NONE, 34, 140);
		columns.column(InboxMessages.columnDate, SWT.NONE, 16, 140);
		columns.column(InboxMessages.columnAccount, SWT.NONE, 18, 90);
		columns.column(InboxMessages.columnSize, SWT.RIGHT, 8, 70);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
	}

	/** For the layout of the parent. */
	Composite control() {
		return columns.control();
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
}
