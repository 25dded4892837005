package org.postkontor.ui.internal.outbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.outbox.OutboxOrder.Column;

/** The mails of the outbox; virtual, so that a hundred thousand of them open at once. Rows are an immutable snapshot. */
final class OutboxTable {
	/** Beyond that many, looking at each row costs more than painting the visible ones again. */
	private static final int MANY = 1000;
	private static final int MORE = 20_000;
	private static final int FEWER = 3_000;

	private final ColumnTable holder;
	private final Table table;
	private final ProblemTexts texts;
	private final Formats formats;
	private final Icons icons;
	private final Map<Column, TableColumn> columns = new EnumMap<>(Column.class);
	private final Consumer<Column> onHead;
	private List<OutboxRow> rows = List.of();

	/** @param holder a virtual table without columns @param onHead told when the head of a column is clicked */
	OutboxTable(ColumnTable holder, ProblemTexts texts, Formats formats, Consumer<Column> onHead) {
		this.texts = texts;
		this.formats = formats;
		this.onHead = onHead;
		this.holder = holder;
		table = holder.table();
		icons = new Icons(table);
		column(Column.STATE, OutboxMessages.columnState, SWT.NONE, 22, 170);
		column(Column.TO, OutboxMessages.columnTo, SWT.NONE, 20, 110);
		column(Column.SUBJECT, OutboxMessages.columnSubject, SWT.NONE, 26, 120);
		column(Column.ACCOUNT, OutboxMessages.columnAccount, SWT.NONE, 16, 90);
		column(Column.NEXT, OutboxMessages.columnNext, SWT.NONE, 14, 140);
		column(Column.SIZE, OutboxMessages.columnSize, SWT.RIGHT, 8, 70);
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
		new ProgressBarPainter(table, i -> i < rows.size() ? rows.get(i).progress() : Optional.empty());
	}

	Table table() {
		return table;
	}

	/** Keeps the selection on the same mails, wherever they are now. */
	void show(OutboxList list, OutboxOrder order) {
		Set<OutboxId> selected = selected().stream().map(r -> r.entry().id()).collect(Collectors.toSet());
		int before = rows.size();
		rows = list.rows();
		if (before != rows.size()) {
			resize();
			table.clearAll();
		} else if (list.changed().length > MANY) {
			table.clearAll();
		} else {
			Arrays.stream(list.changed()).forEach(table::clear);
		}
		int[] again = selected.isEmpty() ? new int[0] : IntStream.range(0, rows.size()).filter(i -> selected.contains(rows.get(i).entry().id())).toArray();
		if (!Arrays.equals(again, table.getSelectionIndices())) {
			table.setSelection(again);
		}
		table.setSortColumn(columns.get(order.column()));
		table.setSortDirection(order.column() == Column.NONE ? SWT.NONE : order.descending() ? SWT.DOWN : SWT.UP);
	}

	List<OutboxRow> selected() {
		return Arrays.stream(table.getSelectionIndices()).filter(i -> i < rows.size()).mapToObj(rows::get).toList();
	}

	/** GTK makes and removes each item, seen or not, and removing takes longer: in steps, so that the window answers meanwhile. */
	private void resize() {
		int count = table.isDisposed() ? rows.size() : table.getItemCount();
		if (count != rows.size()) {
			table.setItemCount(count < rows.size() ? Math.min(rows.size(), count + MORE) : Math.max(rows.size(), count - FEWER));
			table.getDisplay().asyncExec(this::resize);
		}
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
