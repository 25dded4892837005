package org.postkontor.ui.internal.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;

/** The mails of the outbox; virtual, so that a hundred thousand of them open at once. Rows are an immutable snapshot. */
final class OutboxTable {
	private final Table table;
	private final ProblemTexts texts;
	private final Formats formats;
	private final Icons icons;
	private List<OutboxRow> rows = List.of();

	OutboxTable(Composite parent, ProblemTexts texts, Formats formats) {
		this.texts = texts;
		this.formats = formats;
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
		table.setHeaderVisible(true);
		icons = new Icons(table);
		new AccessibleName(OutboxMessages.tableName).of(table);
		column(layout, OutboxMessages.columnState, SWT.NONE, 16, 140);
		column(layout, OutboxMessages.columnTo, SWT.NONE, 22, 110);
		column(layout, OutboxMessages.columnSubject, SWT.NONE, 28, 120);
		column(layout, OutboxMessages.columnAccount, SWT.NONE, 18, 90);
		column(layout, OutboxMessages.columnNext, SWT.NONE, 14, 140);
		column(layout, OutboxMessages.columnSize, SWT.RIGHT, 8, 70);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
	}

	/** For the layout of the parent. */
	Composite control() {
		return table.getParent();
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

	private void column(TableColumnLayout layout, String title, int style, int weight, int minimum) {
		TableColumn column = new TableColumn(table, style);
		column.setText(title);
		layout.setColumnData(column, new ColumnWeightData(weight, minimum));
	}
}
