package org.postkontor.ui.internal.outbox;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.postkontor.ui.internal.EmptyState;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;

/** The filter, the mails and how the selected one stands; or what to do while there are none. */
final class OutboxPane {
	private final UiContext context;
	private final OutboxModel model;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final Composite full;
	private final OutboxTable table;
	private final OutboxDetails details;
	private final EmptyState empty;
	private final Text filter;
	private Runnable onSelect = () -> {
	};
	private Runnable emptyTask;

	OutboxPane(Composite parent, UiContext context, AccountActions accountActions, OutboxModel model) {
		this.context = context;
		this.model = model;
		this.emptyTask = accountActions::newAccount;
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		full = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(full);
		Label label = new Label(full, SWT.NONE);
		label.setText(OutboxMessages.filter);
		GridDataFactory.swtDefaults().indent(6, 0).applyTo(label);
		filter = new Text(full, SWT.SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(OutboxMessages.filterHint);
		filter.setText(model.order().words());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		table = new OutboxTable(full, context.services().texts(), Formats.ofUser(), column -> model.order(model.order().chosen(column)));
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table.control());
		details = new OutboxDetails(full);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(details.control());
		empty = new EmptyState(stack, Icon.OUTBOX);
		empty.onLink(() -> emptyTask.run());
		filter.addListener(SWT.Modify, e -> model.order(model.order().words(filter.getText())));
		table.table().addListener(SWT.Selection, e -> onSelect.run());
		layout.topControl = full;
		Runnable write = () -> accountActions.write(java.util.Optional.empty());
		model.onChange(() -> show(write, accountActions::newAccount));
	}

	Composite control() {
		return stack;
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
		if (table.table().isVisible()) {
			table.table().setFocus();
		} else {
			empty.control().setFocus();
		}
	}

	/** @param actions knows what helps */
	void describe(OutboxActions actions) {
		List<OutboxRow> selected = selected();
		if (selected.size() != 1) {
			boolean nothing = model.value().rows().isEmpty() && !filter.getText().isBlank();
			details.show(nothing ? NLS.bind(OutboxMessages.nothingFound, filter.getText().strip()) : OutboxMessages.detailsNone, "", () -> {
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
		if (stack.isDisposed()) {
			return;
		}
		OutboxList list = model.value();
		table.show(list, model.order());
		if (list.total() == 0) {
			emptyTask = list.hasAccounts() ? write : newAccount;
			empty.show(OutboxMessages.empty, list.hasAccounts() ? OutboxMessages.emptyHint : OutboxMessages.emptyNoAccount,
					list.hasAccounts() ? OutboxMessages.write : OutboxMessages.setUpAccount);
		}
		Composite top = list.total() == 0 ? empty.control() : full;
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
		onSelect.run();
	}
}
