package org.postkontor.ui.internal;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/**
 * The frame of a list: a filter, a table below it and the details of what is selected; or what to do while there is nothing.
 * If the keyboard is in it, it stays in it when the one takes the place of the other.
 */
public final class FilteredPane {
	/**
	 * @param label  beside the filter
	 * @param hint   in the filter while it is empty
	 * @param filter name of the filter for screen readers
	 * @param table  name of the table for screen readers
	 */
	public record Words(String label, String hint, String filter, String table) {
	}

	private static final Set<Integer> KEYS = Set.of(SWT.ARROW_DOWN, SWT.ARROW_UP, SWT.HOME);

	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final SashForm full;
	private final Composite list;
	private final Text filter;
	private final ColumnTable columns;
	private final EmptyState empty;
	private int last;
	private Runnable onFilter = () -> {
	};

	/** @param icon above what to do @param style of the table, as in {@link ColumnTable} */
	public FilteredPane(Composite parent, Words words, Icon icon, int style) {
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		full = new SashForm(stack, SWT.VERTICAL);
		list = new Composite(full, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(list);
		Label label = new Label(list, SWT.NONE);
		label.setText(words.label());
		GridDataFactory.swtDefaults().indent(6, 0).applyTo(label);
		filter = new Text(list, SWT.SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(words.hint());
		new AccessibleName(words.filter()).of(filter);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		columns = new ColumnTable(list, style, words.table());
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(columns.control());
		empty = new EmptyState(stack, icon);
		filter.addListener(SWT.Modify, e -> onFilter.run());
		filter.addListener(SWT.KeyDown, this::down);
		filter.addListener(SWT.Traverse, this::escape);
		columns.table().addListener(SWT.KeyDown, this::first);
		columns.table().addListener(SWT.Selection, e -> last = Math.max(0, columns.table().getSelectionIndex()));
		layout.topControl = full;
	}

	public Composite control() {
		return stack;
	}

	/** Still without columns. */
	public ColumnTable columns() {
		return columns;
	}

	/** What is shown instead of the list while there is nothing. */
	public EmptyState empty() {
		return empty;
	}

	/** For details that take no more room than they need: a grid of two columns. */
	public Composite list() {
		return list;
	}

	/** For details with a room of their own below, whose height the user can change. @param percent of the whole at first */
	public Composite details(int percent) {
		Composite details = new Composite(full, SWT.NONE);
		full.setWeights(100 - percent, percent);
		return details;
	}

	/** What was typed into the filter, without blanks around it. */
	public String words() {
		return filter.getText().strip();
	}

	/** Types into the filter. */
	public void words(String words) {
		filter.setText(words);
	}

	/** Told when the words change. */
	public void onFilter(Runnable listener) {
		onFilter = listener;
	}

	/** Onto the list, or onto what there is to do. */
	public void setFocus() {
		if (layout.topControl == full) {
			columns.table().setFocus();
		} else {
			empty.setFocus();
		}
	}

	/** Onto the filter, with its words marked; onto what there is to do while there is nothing to filter. */
	public void focusFilter() {
		if (layout.topControl == full) {
			filter.setFocus();
			filter.selectAll();
		} else {
			empty.setFocus();
		}
	}

	/** Shows the list, or what to do. @param nothing whether there is nothing, filtered or not */
	public void show(boolean nothing) {
		Control top = nothing ? empty.control() : full;
		if (layout.topControl != top) {
			boolean focused = hasFocus();
			layout.topControl = top;
			stack.layout();
			if (focused) {
				setFocus();
			}
		}
	}

	private boolean hasFocus() {
		@Nullable
		Control control = stack.getDisplay().getFocusControl();
		while (control != null && control != stack) {
			control = control.getParent();
		}
		return control != null;
	}

	/** Leads from the filter into the list. */
	private void down(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN) {
			event.doit = false;
			columns.table().setFocus();
			first(event);
		}
	}

	/**
	 * While nothing is selected, a key finds the first row, or the place of what was selected last and is gone: the system's table
	 * would leave that row out, and a single one would never be reached.
	 */
	private void first(Event event) {
		Table table = columns.table();
		if (KEYS.contains(event.keyCode) && table.getSelectionCount() == 0 && table.getItemCount() > 0) {
			event.doit = false;
			table.setSelection(Math.min(last, table.getItemCount() - 1));
			table.notifyListeners(SWT.Selection, new Event());
		}
	}

	/** Takes the words away; only then does it close a dialog, as usual. */
	private void escape(Event event) {
		if (event.detail == SWT.TRAVERSE_ESCAPE && !filter.getText().isEmpty()) {
			event.doit = false;
			filter.setText("");
		}
	}
}
