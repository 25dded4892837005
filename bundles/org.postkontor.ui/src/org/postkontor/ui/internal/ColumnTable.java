package org.postkontor.ui.internal;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** A table whose columns share its width, with a name for screen readers. */
public final class ColumnTable {
	private final Composite holder;
	private final TableColumnLayout layout = new TableColumnLayout();
	private final Table table;

	/** @param style of the table, in addition to {@link SWT#FULL_SELECTION} */
	public ColumnTable(Composite parent, int style, String name) {
		holder = new Composite(parent, SWT.NONE);
		holder.setLayout(layout);
		table = new Table(holder, style | SWT.FULL_SELECTION);
		new AccessibleName(name).of(table);
	}

	/** For the layout of the parent. */
	public Composite control() {
		return holder;
	}

	public Table table() {
		return table;
	}

	/** A column with a title, at the right end of those there are. @param weight its part of the width @param minimum in pixels */
	public TableColumn column(String title, int weight, int minimum) {
		return column(title, SWT.NONE, weight, minimum);
	}

	/** Like {@link #column(String, int, int)}. @param alignment {@link SWT#RIGHT} for numbers */
	public TableColumn column(String title, int alignment, int weight, int minimum) {
		table.setHeaderVisible(true);
		TableColumn column = bare(alignment, weight, minimum);
		column.setText(title);
		return column;
	}

	/** A column without a title. */
	public TableColumn column(int weight, int minimum) {
		return bare(SWT.NONE, weight, minimum);
	}

	private TableColumn bare(int alignment, int weight, int minimum) {
		TableColumn column = new TableColumn(table, alignment);
		layout.setColumnData(column, new ColumnWeightData(weight, minimum));
		return column;
	}
}
