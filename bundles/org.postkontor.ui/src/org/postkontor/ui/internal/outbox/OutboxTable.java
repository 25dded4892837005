package org.postkontor.ui.internal.outbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.CellToolTip;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.outbox.OutboxOrder.Column;

/** The mails of the outbox; virtual, so that a hundred thousand of them open at once. Rows are an immutable snapshot. */
final class OutboxTable {
	/** Beyond that many, looking at each row costs more than painting the visible ones again. */
	private static final int MANY = 1000;

	private final ColumnTable holder;
	private final Table table;
	private final ProblemTexts texts;
	private final Formats formats;
	private final Icons icons;
	private final Map<Column, TableColumn> columns = new EnumMap<>(Column.class);
	private final Consumer<Column> onHead;
	private final TableLength length;
	private final TableSelection selection;
	private List<OutboxRow> rows = List.of();
	private OutboxOrder shown = OutboxOrder.NEWEST;

	/** @param holder a virtual table without columns @param onHead told when the head of a column is clicked */
	OutboxTable(ColumnTable holder, ProblemTexts texts, Formats formats, Consumer<Column> onHead) {
		this.texts = texts;
		this.formats = formats;
		this.onHead = onHead;
		this.holder = holder;
		table = holder.table();
		icons = new Icons(table);
		selection = new TableSelection(table);
		length = new TableLength(table, () -> selection.show(false), System::nanoTime);
		column(Column.STATE, OutboxMessages.columnState, SWT.NONE, 24, 200);
		column(Column.TO, OutboxMessages.columnTo, SWT.NONE, 20, 100);
		column(Column.SUBJECT, OutboxMessages.columnSubject, SWT.NONE, 26, 120);
		column(Column.ACCOUNT, OutboxMessages.columnAccount, SWT.NONE, 15, 80);
		column(Column.NEXT, OutboxMessages.columnNext, SWT.NONE, 14, 130);
		column(Column.SIZE, OutboxMessages.columnSize, SWT.RIGHT, 8, 66);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
		new CellToolTip(table);
		new ProgressBarPainter(table, i -> i < rows.size() ? rows.get(i).progress() : Optional.empty());
	}

	Table table() {
		return table;
	}

	/** Keeps the selection on the same mails, wherever they are now. */
	void show(OutboxList list, OutboxOrder order) {
		int before = rows.size();
		rows = list.rows();
		selection.move(rows);
		if (before != rows.size()) {
			length.set(rows.size());
			table.clearAll();
		} else if (list.changed().length > MANY) {
			table.clearAll();
		} else {
			Arrays.stream(list.changed()).filter(i -> i < table.getItemCount()).forEach(table::clear);
		}
		selection.show(!order.equals(shown));
		shown = order;
		table.setSortColumn(columns.get(order.column()));
		table.setSortDirection(order.column() == Column.NONE ? SWT.NONE : order.descending() ? SWT.DOWN : SWT.UP);
	}

	List<OutboxRow> selected() {
		return selection.rows();
	}

	private void fill(TableItem item, int index) {
		if (index < rows.size()) {
			OutboxText text = new OutboxText(rows.get(index), texts, formats);
			item.setText(text.columns().toArray(String[]::new));
			item.setImage(0, icons.get(text.icon()));
		}
	}

	private void column(Column id, String title, int alignment, int weight, int minimum) {
		TableColumn column = holder.column(title, alignment, weight, minimum);
		columns.put(id, column);
		column.addListener(SWT.Selection, e -> onHead.accept(id));
	}
}
