package org.postkontor.ui.internal.health;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.EmptyState;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Snapshot;

/** The list with its filter and the details of the selected sign-in, for the view and the preference page. */
final class SignInsPane {
	private final UiContext context;
	private final Snapshot<List<SignInEntry>> entries;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final SashForm full;
	private final Text filter;
	private final SignInTable table;
	private final Text details;
	private final EmptyState empty;
	private Runnable onSelect = () -> {
	};

	/** @param newAccount what the empty list offers */
	SignInsPane(Composite parent, UiContext context, Runnable newAccount) {
		this.context = context;
		entries = new Snapshot<>(List.of(), HealthMessages.jobLoad, new SignInEntries(context.services()), context.background(), context.problems()::show);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		full = new SashForm(stack, SWT.VERTICAL);
		Composite upper = new Composite(full, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(upper);
		Label label = new Label(upper, SWT.NONE);
		label.setText(HealthMessages.filter);
		GridDataFactory.swtDefaults().indent(6, 0).applyTo(label);
		filter = new Text(upper, SWT.SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(HealthMessages.filterHint);
		new AccessibleName(HealthMessages.filterName).of(filter);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		table = new SignInTable(upper, Formats.ofUser());
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table.control());
		Composite lower = new Composite(full, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(6, 4).applyTo(lower);
		details = new Text(lower, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(details);
		new AccessibleName(HealthMessages.detailsName).of(details);
		full.setWeights(52, 48);
		empty = new EmptyState(stack, Icon.SIGN_IN);
		empty.show(HealthMessages.empty, HealthMessages.emptyHint, HealthMessages.emptyAction);
		empty.onLink(newAccount);
		layout.topControl = full;
		filter.addListener(SWT.Modify, e -> filter());
		table.table().addListener(SWT.Selection, e -> describe());
		entries.onChange(this::loaded);
		stack.addListener(SWT.Dispose, e -> entries.close());
		UiServices services = context.services();
		entries.follow(services.broker()::listen);
		entries.follow(services.accounts()::listen);
		describe();
		entries.reload();
	}

	Control control() {
		return stack;
	}

	Table table() {
		return table.table();
	}

	Optional<SignInEntry> selected() {
		return table.selected();
	}

	/** Told when another sign-in is selected, or the selected one changed. */
	void onSelect(Runnable listener) {
		onSelect = listener;
	}

	void setFocus() {
		if (table.table().isVisible()) {
			table.table().setFocus();
		} else {
			empty.setFocus();
		}
	}

	void reload() {
		entries.reload();
	}

	private void loaded() {
		if (!stack.isDisposed()) {
			table.show(entries.value());
			update();
		}
	}

	private void filter() {
		table.filter(filter.getText());
		update();
	}

	private void update() {
		boolean focused = empty.isFocused() || table.table().isFocusControl();
		layout.topControl = entries.value().isEmpty() ? empty.control() : full;
		stack.layout();
		if (focused) {
			setFocus();
		}
		describe();
	}

	private void describe() {
		String nothing = filter.getText().isBlank() ? HealthMessages.detailsNone : NLS.bind(HealthMessages.nothingFound, filter.getText().strip());
		details.setText(selected().map(e -> new EntryText(e, Formats.ofUser()).details(context.services().texts())).orElse(nothing));
		onSelect.run();
	}
}
