package org.postkontor.ui.internal.account;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;

/** The list of accounts with their sign-in state. */
public final class AccountTable {
	private final Table table;
	private final Icons icons;
	private final Formats formats;
	private List<AccountRow> rows = List.of();

	public AccountTable(Composite parent, Formats formats) {
		this.formats = formats;
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.FULL_SELECTION | SWT.SINGLE);
		table.setHeaderVisible(true);
		icons = new Icons(table);
		new AccessibleName(AccountMessages.tableName).of(table);
		column(layout, AccountMessages.columnName, 44, 150);
		column(layout, AccountMessages.columnState, 36, 110);
		column(layout, AccountMessages.columnServers, 20, 60);
	}

	/** For the layout of the parent. */
	public Composite control() {
		return table.getParent();
	}

	public Table table() {
		return table;
	}

	public void show(List<AccountRow> newRows) {
		Optional<AccountId> selected = selected().map(r -> r.account().id());
		rows = List.copyOf(newRows);
		table.setRedraw(false);
		table.removeAll();
		for (AccountRow row : rows) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[] { name(row.account()), row.stateText(formats), row.servers() });
			item.setImage(0, icons.get(row.state().icon()));
		}
		selected.ifPresent(id -> table.setSelection(rows.stream().map(r -> r.account().id()).toList().indexOf(id)));
		if (table.getSelectionIndex() < 0 && !rows.isEmpty()) {
			table.setSelection(0);
		}
		table.setRedraw(true);
	}

	public Optional<AccountRow> selected() {
		int index = table.getSelectionIndex();
		return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
	}

	private static String name(Account account) {
		String address = account.address().toString();
		return account.name().equals(address) ? address : account.name() + " (" + address + ")";
	}

	private void column(TableColumnLayout layout, String title, int weight, int minimum) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(title);
		layout.setColumnData(column, new ColumnWeightData(weight, minimum));
	}
}
