package org.postkontor.ui.internal.account;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.ui.internal.ColumnTable;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icons;

/** The list of accounts with their sign-in state. */
public final class AccountTable {
	private final ColumnTable columns;
	private final Table table;
	private final Icons icons;
	private final Formats formats;
	private List<AccountRow> rows = List.of();

	public AccountTable(Composite parent, Formats formats) {
		this.formats = formats;
		columns = new ColumnTable(parent, SWT.SINGLE, AccountMessages.tableName);
		table = columns.table();
		icons = new Icons(table);
		columns.column(AccountMessages.columnName, 40, 150);
		columns.column(AccountMessages.columnState, 45, 110);
		columns.column(AccountMessages.columnServers, 15, 60);
	}

	/** For the layout of the parent. */
	public Composite control() {
		return columns.control();
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
}
