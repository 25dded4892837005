package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.postkontor.ui.internal.FilteredPane;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;

/** The filter, the mails and how the selected one stands; or what to do while there are none. */
final class OutboxPane {
	private final UiContext context;
	private final OutboxModel model;
	private final FilteredPane frame;
	private final OutboxTable table;
	private final OutboxDetails details;
	private Runnable onSelect = () -> {
	};
	private Runnable emptyTask;

	OutboxPane(Composite parent, UiContext context, AccountActions accountActions, OutboxModel model) {
		this.context = context;
		this.model = model;
		this.emptyTask = accountActions::newAccount;
		frame = new FilteredPane(parent, new FilteredPane.Words(OutboxMessages.filter, OutboxMessages.filterHint, OutboxMessages.filterName,
				OutboxMessages.tableName), Icon.OUTBOX, SWT.VIRTUAL | SWT.MULTI);
		frame.words(model.order().words());
		table = new OutboxTable(frame.columns(), context.services().texts(), Formats.ofUser(), column -> model.order(model.order().chosen(column)));
		details = new OutboxDetails(frame.list());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(details.control());
		frame.empty().onLink(() -> emptyTask.run());
		frame.onFilter(() -> model.order(model.order().words(frame.words())));
		table.table().addListener(SWT.Selection, e -> onSelect.run());
		Runnable write = () -> accountActions.write(Optional.empty());
		model.onChange(() -> show(write, accountActions::newAccount));
	}

	Composite control() {
		return frame.control();
	}

	Table table() {
		return table.table();
	}

	List<OutboxRow> selected() {
		return table.selected();
	}

	/** Told when other mails are selected, or the selected ones changed. */
	void onSelect(Runnable listener) {
		onSelect = listener;
	}

	void setFocus() {
		frame.setFocus();
	}

	void focusFilter() {
		frame.focusFilter();
	}

	/** @param actions knows what helps */
	void describe(OutboxActions actions) {
		List<OutboxRow> selected = selected();
		if (selected.size() != 1) {
			boolean nothing = model.value().rows().isEmpty() && !frame.words().isEmpty();
			details.show(nothing ? NLS.bind(OutboxMessages.nothingFound, frame.words()) : OutboxMessages.detailsNone, "", () -> {
			});
			return;
		}
		OutboxText text = new OutboxText(selected.get(0), context.services().texts(), Formats.ofUser());
		String reason = text.reason();
		actions.remedy(selected.get(0)).ifPresentOrElse(task -> details.show(reason.isEmpty() ? text.state() : reason, text.action(), task),
				() -> details.show(reason.isEmpty() ? text.state() : reason, "", () -> {
				}));
	}

	private void show(Runnable write, Runnable newAccount) {
		if (frame.control().isDisposed()) {
			return;
		}
		OutboxList list = model.value();
		table.show(list, model.order());
		if (list.total() == 0) {
			emptyTask = list.hasAccounts() ? write : newAccount;
			frame.empty().show(OutboxMessages.empty, list.hasAccounts() ? OutboxMessages.emptyHint : OutboxMessages.emptyNoAccount,
					list.hasAccounts() ? OutboxMessages.write : OutboxMessages.setUpAccount);
		}
		frame.show(list.total() == 0);
		onSelect.run();
	}
}
