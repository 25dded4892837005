package org.postkontor.bench;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table that can also be read on a terminal. */
public final class Table {
	private final List<List<String>> rows = new ArrayList<>();

	public Table(String... header) {
		rows.add(List.of(header));
	}

	public Table row(String... cells) {
		rows.add(List.of(cells));
		return this;
	}

	@Override
	public String toString() {
		int columns = rows.get(0).size();
		int[] widths = new int[columns];
		rows.forEach(row -> {
			for (int i = 0; i < columns; i++) {
				widths[i] = Math.max(widths[i], row.get(i).length());
			}
		});
		StringBuilder text = new StringBuilder();
		for (int r = 0; r < rows.size(); r++) {
			for (int i = 0; i < columns; i++) {
				String cell = rows.get(r).get(i);
				String pad = " ".repeat(widths[i] - cell.length());
				text.append(i == 0 ? "| " + cell + pad : " | " + pad + cell);
			}
			text.append(" |\n");
			for (int i = 0; r == 0 && i < columns; i++) {
				text.append(i == 0 ? "|" : "").append("-".repeat(widths[i] + 1)).append(i == 0 ? "-|" : ":|");
			}
			text.append(r == 0 ? "\n" : "");
		}
		return text.toString();
	}
}
