package org.postkontor.ui.internal.health;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.FilteredPane;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Snapshot;

/** The list with its filter and the details of the selected sign-in, for the view and the preference page. */
final class SignInsPane {
	private static final int DETAILS_PERCENT = 48;

	private final UiContext context;
	private final Snapshot<List<SignInEntry>> entries;
	private final FilteredPane frame;
	private final SignInTable table;
	private final Text details;
	private Runnable onSelect = () -> {
	};

	/** @param newAccount what the empty list offers */
	SignInsPane(Composite parent, UiContext context, Runnable newAccount) {
		this.context = context;
		entries = new Snapshot<>(List.of(), HealthMessages.jobLoad, new SignInEntries(context.services()), context.background(), context.problems()::show);
		frame = new FilteredPane(parent, new FilteredPane.Words(HealthMessages.filter, HealthMessages.filterHint, HealthMessages.filterName,
				HealthMessages.tableName), Icon.SIGN_IN, SWT.SINGLE);
		table = new SignInTable(frame.columns(), Formats.ofUser());
		Composite lower = frame.details(DETAILS_PERCENT);
		GridLayoutFactory.fillDefaults().margins(6, 4).applyTo(lower);
		details = new Text(lower, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(details);
		new AccessibleName(HealthMessages.detailsName).of(details);
		frame.empty().show(HealthMessages.empty, HealthMessages.emptyHint, HealthMessages.emptyAction);
		frame.empty().onLink(newAccount);
		frame.onFilter(this::filter);
		table.table().addListener(SWT.Selection, e -> describe());
		entries.onChange(this::loaded);
		frame.control().addListener(SWT.Dispose, e -> entries.close());
		UiServices services = context.services();
		entries.follow(services.broker()::listen);
		entries.follow(services.accounts()::listen);
		describe();
		entries.reload();
	}

	Control control() {
		return frame.control();
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
		frame.setFocus();
	}

	void focusFilter() {
		frame.focusFilter();
	}

	void reload() {
		entries.reload();
	}

	private void loaded() {
		if (!frame.control().isDisposed()) {
			table.show(entries.value());
			update();
		}
	}

	private void filter() {
		table.filter(frame.words());
		update();
	}

	private void update() {
		frame.show(entries.value().isEmpty());
		describe();
	}

	private void describe() {
		String nothing = frame.words().isEmpty() ? HealthMessages.detailsNone : NLS.bind(HealthMessages.nothingFound, frame.words());
		details.setText(selected().map(e -> new EntryText(e, Formats.ofUser()).details(context.services().texts())).orElse(nothing));
		onSelect.run();
	}
}
