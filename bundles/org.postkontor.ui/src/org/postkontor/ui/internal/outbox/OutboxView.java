package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.ActionBinder;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.EmptyState;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.operation.Snapshot;
import org.postkontor.ui.internal.reminder.ReminderBanner;

/** The outbox: what waits, why it waits, and what can be done about it. */
public final class OutboxView extends ViewPart {
	private final UiContext context;
	private final AccountActions accountActions;
	private final OutboxCommands commands;
	private final Snapshot<List<OutboxRow>> mails;
	private @Nullable OutboxTable table;

	public OutboxView(UiContext context, AccountActions accountActions) {
		this.context = context;
		this.accountActions = accountActions;
		this.commands = new OutboxCommands(context);
		this.mails = new Snapshot<>(List.of(), OutboxMessages.jobLoad, new OutboxRows(context.services()), context.background(), context.problems()::show);
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		Composite column = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
		new ReminderBanner(column, context, () -> getSite().getShell());
		Composite stack = new Composite(column, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		StackLayout layout = new StackLayout();
		stack.setLayout(layout);
		Composite full = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(full);
		OutboxTable list = new OutboxTable(full, context.services().texts(), Formats.ofUser());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(list.control());
		OutboxDetails details = new OutboxDetails(full);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(details.control());
		table = list;
		EmptyState empty = new EmptyState(stack, Icon.OUTBOX);
		empty.show(OutboxMessages.empty, OutboxMessages.emptyHint, OutboxMessages.write);
		empty.onLink(() -> accountActions.write(Optional.empty()));
		ActionBinder binder = new ActionBinder(actions(list));
		binder.bindTo(getViewSite(), list.table());
		Runnable selected = () -> {
			binder.update();
			describe(list, details);
		};
		list.table().addListener(SWT.Selection, e -> selected.run());
		mails.onChange(() -> {
			list.show(mails.value());
			layout.topControl = mails.value().isEmpty() ? empty.control() : full;
			stack.layout();
			selected.run();
			showSummary();
		});
		layout.topControl = full;
		selected.run();
		mails.follow(context.services().outbox()::listen);
		mails.follow(context.services().accounts()::listen);
		mails.reload();
	}

	@Override
	public void setFocus() {
		OutboxTable list = table;
		if (list != null) {
			list.table().setFocus();
		}
	}

	@Override
	public void dispose() {
		mails.close();
		super.dispose();
	}

	private void showSummary() {
		long stuck = mails.value().stream().filter(OutboxRow::needsUser).count();
		setContentDescription(stuck == 0 ? "" : NLS.bind(OutboxMessages.summary, mails.value().size(), stuck));
	}

	private List<CommandAction> actions(OutboxTable list) {
		return List.of(
				new CommandAction(OutboxMessages.write, Icon.COMPOSE, UiIds.WRITE, () -> true, () -> accountActions.write(Optional.empty())),
				new CommandAction(OutboxMessages.sendNow, Icon.SEND, UiIds.SEND_NOW, () -> !mails.value().isEmpty(), () -> commands.sendNow(this::sent)),
				new CommandAction(OutboxMessages.hold, Icon.HOLD, UiIds.HOLD, () -> list.selected().stream().anyMatch(OutboxRow::canHold),
						() -> commands.hold(filtered(list, OutboxRow::canHold), this::late)),
				new CommandAction(OutboxMessages.release, Icon.RELEASE, UiIds.RELEASE, () -> list.selected().stream().anyMatch(OutboxRow::canRelease),
						() -> commands.release(filtered(list, OutboxRow::canRelease), this::late)),
				new CommandAction(OutboxMessages.removeTitle, Icon.REMOVE, UiIds.DELETE, () -> list.selected().stream().anyMatch(OutboxRow::canRemove),
						() -> remove(filtered(list, OutboxRow::canRemove))));
	}

	private static List<OutboxRow> filtered(OutboxTable list, Predicate<OutboxRow> condition) {
		return list.selected().stream().filter(condition).toList();
	}

	private void describe(OutboxTable list, OutboxDetails details) {
		List<OutboxRow> selected = list.selected();
		if (selected.size() != 1) {
			details.show(OutboxMessages.detailsNone, "", () -> {
			});
			return;
		}
		OutboxRow row = selected.get(0);
		OutboxText text = new OutboxText(row, context.services().texts(), Formats.ofUser());
		String reason = text.reason();
		Optional<Runnable> task = task(row);
		details.show(reason.isEmpty() ? text.state() : reason, task.isPresent() ? text.action() : "", task.orElse(() -> {
		}));
	}

	private Optional<Runnable> task(OutboxRow row) {
		return switch (row.action()) {
		case NONE -> Optional.empty();
		case RELEASE -> Optional.of(() -> commands.release(List.of(row), this::late));
		case DECIDE -> Optional.of(() -> new DecideDialog(getSite().getShell(), commands).open(row));
		case REMEDY -> row.account().flatMap(
				account -> row.problem().flatMap(p -> accountActions.remedy(p.remedy(), account, () -> commands.sendNow(this::sent))));
		};
	}

	private void remove(List<OutboxRow> rows) {
		String question = rows.size() == 1 ? NLS.bind(OutboxMessages.removeOne, rows.get(0).entry().subject())
				: NLS.bind(OutboxMessages.removeMany, rows.size());
		if (MessageDialog.openQuestion(getSite().getShell(), OutboxMessages.removeTitle, question)) {
			commands.remove(rows, this::late);
		}
	}

	private void late(int missed) {
		if (missed > 0) {
			status().setErrorMessage(NLS.bind(OutboxMessages.tooLate, missed));
		}
	}

	private void sent(DrainSummary summary) {
		int failed = summary.held() + summary.rejected() + summary.inDoubt();
		status().setErrorMessage(failed > 0 ? NLS.bind(OutboxMessages.someFailed, failed) : null);
		status().setMessage(NLS.bind(OutboxMessages.someSent, summary.sent()));
	}

	private IStatusLineManager status() {
		return getViewSite().getActionBars().getStatusLineManager();
	}
}
