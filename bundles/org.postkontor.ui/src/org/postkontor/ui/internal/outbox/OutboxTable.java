package org.postkontor.ui.internal.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;

/** The mails of the outbox; virtual, so that a hundred thousand of them open at once. Rows are an immutable snapshot. */
final class OutboxTable {
	private final ColumnTable columns;
	private final Table table;
	private final ProblemTexts texts;
	private final Formats formats;
	private final Icons icons;
	private List<OutboxRow> rows = List.of();

	OutboxTable(Composite parent, ProblemTexts texts, Formats formats) {
		this.texts = texts;
		this.formats = formats;
		columns = new ColumnTable(parent, SWT.VIRTUAL | SWT.MULTI, OutboxMessages.tableName);
		table = columns.table();
		icons = new Icons(table);
		columns.column(OutboxMessages.columnState, SWT.NONE, 16, 140);
		columns.column(OutboxMessages.columnTo, SWT.NONE, 22, 110);
		columns.column(OutboxMessages.columnSubject, SWT.NONE, 28, 120);
		columns.column(OutboxMessages.columnAccount, SWT.NONE, 18, 90);
		columns.column(OutboxMessages.columnNext, SWT.NONE, 14, 140);
		columns.column(OutboxMessages.columnSize, SWT.RIGHT, 8, 70);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
	}

	/** For the layout of the parent. */
	Composite control() {
		return columns.control();
	}

	Table table() {
		return table;
	}

	/** Keeps the selection on the same mails, wherever they are now. */
	void show(List<OutboxRow> newRows) {
		Set<OutboxId> selected = selected().stream().map(r -> r.entry().id()).collect(Collectors.toSet());
		List<OutboxRow> before = rows;
		rows = newRows;
		if (before.size() != rows.size()) {
			table.setItemCount(rows.size());
			table.clearAll();
		} else {
			for (int i = 0; i < rows.size(); i++) {
				if (!rows.get(i).equals(before.get(i))) {
					table.clear(i);
				}
			}
		}
		int[] again = selected.isEmpty() ? new int[0] : IntStream.range(0, rows.size()).filter(i -> selected.contains(newRows.get(i).entry().id())).toArray();
		table.setSelection(again);
	}

	List<OutboxRow> selected() {
		return Arrays.stream(table.getSelectionIndices()).filter(i -> i < rows.size()).mapToObj(rows::get).toList();
	}

	private void fill(TableItem item, int index) {
		if (index < rows.size()) {
			OutboxText text = new OutboxText(rows.get(index), texts, formats);
			item.setText(text.columns().toArray(String[]::new));
			item.setImage(0, icons.get(text.icon()));
		}
	}
}
