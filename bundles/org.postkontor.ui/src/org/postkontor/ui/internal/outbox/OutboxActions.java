package org.postkontor.ui.internal.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.ui.UiIds;
import org.postkontor.ui.internal.CommandAction;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.compose.EditMail;
import org.postkontor.ui.internal.schedule.ScheduleDialog;
import org.postkontor.ui.internal.schedule.ScheduleMessages;
import org.postkontor.ui.internal.transmission.TransmissionDialog;
import org.postkontor.ui.internal.transmission.TransmissionMessages;

/** What the view offers for the selected mails: each action takes those of them that it fits. */
final class OutboxActions {
	/** Where the view says how it went. */
	interface Report {
		/** Mails that were being handed over already. */
		void late(int missed);

		void sent(DrainSummary summary);

		void notRestored(int missed);

		/** What can be brought back has changed. */
		void removed();
	}

	private final UiContext context;
	private final AccountActions accountActions;
	private final OutboxCommands commands;
	private final Supplier<@Nullable Shell> shell;
	private final Supplier<List<OutboxRow>> selection;
	private final RemovedMails removed;
	private final Report report;

	OutboxActions(UiContext context, AccountActions accountActions, Supplier<@Nullable Shell> shell, Supplier<List<OutboxRow>> selection,
			RemovedMails removed, Report report) {
		this.context = context;
		this.accountActions = accountActions;
		this.commands = new OutboxCommands(context);
		this.shell = shell;
		this.selection = selection;
		this.removed = removed;
		this.report = report;
	}

	/** @param list all mails, selected or not */
	List<CommandAction> all(Supplier<OutboxList> list) {
		return List.of(new CommandAction(OutboxMessages.write, Icon.COMPOSE, UiIds.WRITE, () -> true, () -> accountActions.write(Optional.empty())),
				new CommandAction(OutboxMessages.sendNow, Icon.SEND, UiIds.SEND_NOW, () -> list.get().total() > 0, () -> commands.sendNow(report::sent)),
				action(OutboxMessages.sendSelected, Icon.SEND_SELECTED, UiIds.SEND_SELECTED, OutboxRow::canSendNow,
						rows -> commands.sendNow(rows, report::sent, report::late)),
				new CommandAction(OutboxMessages.edit, Icon.EDIT, UiIds.EDIT_MAIL, () -> editable().isPresent(), () -> editable().ifPresent(this::edit)),
				action(OutboxMessages.hold, Icon.HOLD, UiIds.HOLD, OutboxRow::canHold, rows -> commands.hold(rows, report::late)),
				action(OutboxMessages.release, Icon.RELEASE, UiIds.RELEASE, OutboxRow::canRelease, rows -> commands.release(rows, report::late)),
				action(OutboxMessages.schedule, Icon.SCHEDULE, UiIds.SCHEDULE, OutboxRow::canSchedule, this::schedule),
				action(OutboxMessages.decide, Icon.QUESTION, UiIds.DECIDE, OutboxRow::canDecide, this::decide),
				new CommandAction(TransmissionMessages.show, Icon.LOG, UiIds.TRANSMISSION_LOG, () -> selection.get().size() == 1,
						() -> log(selection.get().get(0))),
				action(OutboxMessages.removeTitle, Icon.REMOVE, UiIds.DELETE, OutboxRow::canRemove, this::remove),
				new CommandAction(OutboxMessages.removeSent, Icon.REMOVE_SENT, UiIds.REMOVE_SENT, () -> list.get().hasDone(), this::removeSent),
				new CommandAction(OutboxMessages.undo, Icon.UNDO, UiIds.UNDO, () -> removed.last().isPresent(), this::undo));
	}

	/** The one thing that helps a mail, if the user interface can do it. */
	Optional<Runnable> remedy(OutboxRow row) {
		return switch (row.action()) {
		case NONE -> Optional.empty();
		case RELEASE -> Optional.of(() -> commands.release(List.of(row), report::late));
		case DECIDE -> Optional.of(() -> decide(List.of(row)));
		case REMEDY -> row.account().flatMap(
				account -> row.problem().flatMap(p -> accountActions.remedy(p.remedy(), account, () -> commands.sendNow(report::sent))));
		};
	}

	/** What Return and a double click do: go on with a mail, or see what happened to it. One that is on its way is not stopped by that. */
	void open() {
		List<OutboxRow> rows = selection.get();
		if (rows.size() != 1) {
			return;
		}
		OutboxRow row = rows.get(0);
		if (row.canDecide()) {
			decide(rows);
		} else if (row.canEdit() && row.entry().state() != MailState.SENDING) {
			edit(row);
		} else {
			log(row);
		}
	}

	/** Brings back what was removed last. */
	void undo() {
		removed.take().ifPresent(batch -> commands.restore(batch.ids(), result -> {
			removed.putBack(batch, Set.copyOf(result.untried()));
			report.notRestored(result.late().size());
			report.removed();
		}));
	}

	private CommandAction action(String label, Icon icon, String command, Predicate<OutboxRow> fits, Consumer<List<OutboxRow>> task) {
		return new CommandAction(label, icon, command, () -> selection.get().stream().anyMatch(fits),
				() -> task.accept(selection.get().stream().filter(fits).toList()));
	}

	private Optional<OutboxRow> editable() {
		List<OutboxRow> rows = selection.get();
		return rows.size() == 1 ? Optional.of(rows.get(0)).filter(OutboxRow::canEdit) : Optional.empty();
	}

	private void log(OutboxRow row) {
		TransmissionDialog.open(shell.get(), context, row.entry().id());
	}

	private void edit(OutboxRow row) {
		new EditMail(context, shell).open(row.entry().id());
	}

	private void decide(List<OutboxRow> rows) {
		new DecideDialog(shell.get(), commands).open(rows);
	}

	/** Several mails get the same; the dialog shows what the first has. */
	private void schedule(List<OutboxRow> rows) {
		SendOptions before = rows.get(0).entry().options();
		ScheduleDialog dialog = new ScheduleDialog(shell.get(), context.services().clock(), before, ScheduleMessages.schedule);
		if (dialog.open() == Window.OK) {
			commands.schedule(rows, dialog.options(), report::late);
		}
	}

	/** Without a question, since it can be undone; sent mails only leave the list. */
	private void remove(List<OutboxRow> rows) {
		commands.remove(rows, result -> {
			removed(result.changed(), rows, OutboxRow::isUnsent);
			report.late(result.late().size());
		});
	}

	/** All of the list, also what the filter hides, and what was sent since it was read. */
	private void removeSent() {
		List<OutboxRow> before = context.services().loadedOutbox().last().map(OutboxRows.Loaded::rows).orElse(List.of());
		commands.removeSent(gone -> removed(gone, before, row -> false));
	}

	/** @param known has their subjects; may be far more than are gone */
	private void removed(List<OutboxId> gone, List<OutboxRow> known, Predicate<OutboxRow> unsent) {
		Set<OutboxId> ids = Set.copyOf(gone);
		Map<OutboxId, OutboxRow> byId = known.stream().filter(row -> ids.contains(row.entry().id()))
				.collect(Collectors.toMap(row -> row.entry().id(), row -> row));
		removed.add(gone.stream().map(id -> Optional.ofNullable(byId.get(id)).map(row -> new RemovedMails.Mail(id, row.entry().subject(), unsent.test(row)))
				.orElseGet(() -> new RemovedMails.Mail(id, "", false))).toList());
		report.removed();
	}
}
