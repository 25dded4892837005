package org.postkontor.ui.internal.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.postkontor.outbox.OutboxId;

/**
 * Which mails are selected, wherever they are in the table now: also those whose row the growing table does not have yet. Used
 * on the user interface's thread.
 */
final class TableSelection {
	private final Table table;
	private List<OutboxRow> rows = List.of();
	private int[] wanted = new int[0];
	/** What the table shows: asking it goes through all of its rows. */
	private int[] shown = new int[0];

	TableSelection(Table table) {
		this.table = table;
		table.addListener(SWT.Selection, e -> {
			shown = table.getSelectionIndices();
			wanted = shown;
		});
	}

	List<OutboxRow> rows() {
		return Arrays.stream(wanted).filter(i -> i < rows.size()).mapToObj(rows::get).toList();
	}

	/** Finds the selected mails in other rows; those that are not among them are no longer selected. Before the table gets shorter. */
	void move(List<OutboxRow> newRows) {
		Set<OutboxId> selected = rows().stream().map(r -> r.entry().id()).collect(Collectors.toSet());
		rows = newRows;
		wanted = selected.isEmpty() ? new int[0] : IntStream.range(0, rows.size()).filter(i -> selected.contains(rows.get(i).entry().id())).toArray();
		if (!rows.isEmpty() && Arrays.stream(shown).anyMatch(i -> i >= rows.size())) {
			// GTK looks for another row for the keyboard with each row that it removes, and takes a tenth of a millisecond for that.
			table.setSelection(0);
			table.deselectAll();
			shown = new int[0];
		}
	}

	/** Selects in the table what it has rows for. @param reveal whether to scroll there */
	void show(boolean reveal) {
		int count = table.getItemCount();
		int[] there = below(count, wanted);
		if (!Arrays.equals(there, below(count, shown))) {
			int top = table.getTopIndex();
			table.setSelection(there);
			if (!reveal) {
				table.setTopIndex(top);
			}
		}
		shown = there;
	}

	private static int[] below(int count, int[] indexes) {
		return Arrays.stream(indexes).filter(i -> i < count).toArray();
	}
}
