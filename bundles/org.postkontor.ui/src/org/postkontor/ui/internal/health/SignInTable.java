package org.postkontor.ui.internal.health;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.health.EntryOrder.Column;

/** The sign-ins; sorted by a click on a column, filtered by words. */
final class SignInTable {
	private final ColumnTable holder;
	private final Table table;
	private final Icons icons;
	private final Formats formats;
	private final Map<Column, TableColumn> columns = new EnumMap<>(Column.class);
	private EntryOrder order = new EntryOrder(Column.STATE, false);
	private List<SignInEntry> all = List.of();
	private List<SignInEntry> shown = List.of();
	private String words = "";

	/** @param holder a table without columns */
	SignInTable(ColumnTable holder, Formats formats) {
		this.formats = formats;
		this.holder = holder;
		table = holder.table();
		icons = new Icons(table);
		column(Column.WHO, HealthMessages.columnWho, 32, 150);
		column(Column.STATE, HealthMessages.columnState, 24, 120);
		column(Column.END, HealthMessages.columnEnds, 16, 90);
		column(Column.PROVIDER, HealthMessages.columnProvider, 14, 80);
		column(Column.ACCOUNTS, HealthMessages.columnAccounts, 14, 80);
	}

	Table table() {
		return table;
	}

	void show(List<SignInEntry> entries) {
		all = List.copyOf(entries);
		fill();
	}

	/** Shows only what holds all of the words. */
	void filter(String newWords) {
		words = newWords;
		fill();
	}

	Optional<SignInEntry> selected() {
		int index = table.getSelectionIndex();
		return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
	}

	private void fill() {
		Optional<String> selected = selected().map(SignInEntry::key);
		shown = order.of(all, words, formats);
		table.setRedraw(false);
		table.removeAll();
		for (SignInEntry entry : shown) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new EntryText(entry, formats).columns().toArray(String[]::new));
			item.setImage(0, icons.get(entry.state().icon()));
		}
		selected.ifPresent(key -> table.setSelection(shown.stream().map(SignInEntry::key).toList().indexOf(key)));
		if (table.getSelectionIndex() < 0 && !shown.isEmpty()) {
			table.setSelection(0);
		}
		table.setSortColumn(columns.get(order.column()));
		table.setSortDirection(order.descending() ? SWT.DOWN : SWT.UP);
		table.setRedraw(true);
	}

	private void column(Column id, String title, int weight, int minimum) {
		TableColumn column = holder.column(title, weight, minimum);
		columns.put(id, column);
		column.addListener(SWT.Selection, e -> {
			order = order.chosen(id);
			fill();
			table.notifyListeners(SWT.Selection, e);
		});
	}
}
