package org.postkontor.cli.internal.output;

import java.util.ArrayList;
import java.util.List;

/** Lines with columns of equal width. */
public final class Table {
	private final List<List<String>> rows = new ArrayList<>();

	public Table(String... heads) {
		row(heads);
	}

	public Table row(String... cells) {
		rows.add(List.of(cells));
		return this;
	}

	/** The head and the rows; blanks at line ends are left out. */
	public List<String> lines() {
		int columns = rows.get(0).size();
		int[] widths = new int[columns];
		for (List<String> row : rows) {
			for (int i = 0; i < columns; i++) {
				widths[i] = Math.max(widths[i], width(row.get(i)));
			}
		}
		return rows.stream().map(row -> line(row, widths)).toList();
	}

	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < widths.length; i++) {
			line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
		}
		return line.toString().stripTrailing();
	}

	private static int width(String cell) {
		return cell.codePointCount(0, cell.length());
	}
}
