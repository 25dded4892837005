package org.postkontor.ui.internal.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows that a table shows, and how they differ from what it showed before. Immutable.
 *
 * @param changed indexes of rows that differ from the row that was at the same place
 * @param total   how many mails there are, shown or not
 * @param stuck   how many of them need somebody
 * @param hasDone true if some of them are sent and need nobody
 */
record OutboxList(List<OutboxRow> rows, int[] changed, int total, long stuck, boolean hasDone, boolean hasAccounts) {
	static final OutboxList NOTHING = new OutboxList(List.of(), new int[0], 0, 0, false, true);

	static OutboxList of(List<OutboxRow> rows, OutboxRows.Loaded loaded, OutboxList before) {
		int common = Math.min(rows.size(), before.rows.size());
		int[] changed = IntStream.range(0, common).filter(i -> !rows.get(i).equals(before.rows.get(i))).toArray();
		long stuck = loaded.rows().stream().filter(OutboxRow::needsUser).count();
		return new OutboxList(rows, changed, loaded.rows().size(), stuck, loaded.rows().stream().anyMatch(OutboxRow::isDone), loaded.hasAccounts());
	}

	@Override
	public String toString() {
		return rows.size() + " of " + total + ", changed " + Arrays.toString(changed);
	}
}
