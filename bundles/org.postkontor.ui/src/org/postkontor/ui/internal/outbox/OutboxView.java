package org.postkontor.ui.internal.outbox;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.ui.internal.ActionBinder;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.reminder.ReminderBanner;

/** The outbox: what waits, why it waits, and what can be done about it. */
public final class OutboxView extends ViewPart {
	private final UiContext context;
	private final AccountActions accountActions;
	private final RemovedMails removed;
	private OutboxOrder order = OutboxOrder.NEWEST;
	private @Nullable OutboxModel model;
	private @Nullable OutboxPane pane;

	public OutboxView(UiContext context, AccountActions accountActions) {
		this.context = context;
		this.accountActions = accountActions;
		this.removed = new RemovedMails(context.services().clock());
	}

	@Override
	public void init(@Nullable IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		if (memento != null) {
			order = OrderMemory.read(memento);
		}
	}

	@Override
	public void saveState(@Nullable IMemento memento) {
		OutboxModel shown = model;
		if (memento != null && shown != null) {
			OrderMemory.write(shown.order(), memento);
		}
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		Composite column = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
		new ReminderBanner(column, context, () -> getSite().getShell());
		OutboxModel mails = new OutboxModel(context, column.getDisplay(), order);
		OutboxPane list = new OutboxPane(column, context, accountActions, mails);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(list.control());
		Reporting report = new Reporting();
		OutboxActions actions = new OutboxActions(context, accountActions, () -> getSite().getShell(), list::selected, removed, report);
		UndoBar undo = new UndoBar(column, actions::undo);
		ActionBinder binder = new ActionBinder(actions.all(mails::value));
		binder.bindTo(getViewSite(), list.table());
		list.table().addListener(SWT.DefaultSelection, e -> {
			if ((e.stateMask & SWT.MODIFIER_MASK) == 0) { // with a modifier it is the key of a command
				actions.open();
			}
		});
		ActionBinder.bindFind(getViewSite(), list::focusFilter);
		Runnable update = () -> {
			binder.update();
			list.describe(actions);
			showSummary(mails.value());
		};
		report.onRemoved = () -> {
			undo.show(removed.last());
			binder.update();
		};
		list.onSelect(update);
		model = mails;
		pane = list;
		update.run();
		mails.load(column.getDisplay());
	}

	@Override
	public void setFocus() {
		OutboxPane list = pane;
		if (list != null) {
			list.setFocus();
		}
	}

	@Override
	public void dispose() {
		OutboxModel mails = model;
		if (mails != null) {
			mails.close();
		}
		super.dispose();
	}

	private void showSummary(OutboxList list) {
		boolean filtered = list.rows().size() < list.total();
		String text = list.stuck() > 0 ? MailCount.summary(list.total(), list.stuck())
				: filtered ? NLS.bind(OutboxMessages.found, list.rows().size(), list.total()) : "";
		if (!text.equals(getContentDescription())) {
			setContentDescription(text);
		}
	}

	/** Says how it went in the status line, and keeps what can be brought back in sight as long as it can. */
	private final class Reporting implements OutboxActions.Report {
		private Runnable onRemoved = () -> {
		};

		@Override
		public void late(int missed) {
			if (missed > 0) {
				status().ifPresent(s -> s.setErrorMessage(MailCount.late(missed)));
			}
		}

		@Override
		public void sent(DrainSummary summary) {
			int failed = summary.held() + summary.rejected() + summary.inDoubt();
			status().ifPresent(s -> {
				s.setErrorMessage(failed > 0 ? MailCount.failed(failed) : null);
				s.setMessage(MailCount.sent(summary.sent()));
			});
		}

		@Override
		public void notRestored(int missed) {
			if (missed > 0) {
				status().ifPresent(s -> s.setErrorMessage(MailCount.notRestored(missed)));
			}
		}

		@Override
		public void removed() {
			if (isOpen()) {
				onRemoved.run();
				getSite().getShell().getDisplay().timerExec((int) RemovedMails.KEPT.toMillis() + 1, () -> {
					if (isOpen()) {
						onRemoved.run();
					}
				});
			}
		}

		private Optional<IStatusLineManager> status() {
			return isOpen() ? Optional.of(getViewSite().getActionBars().getStatusLineManager()) : Optional.empty();
		}

		private boolean isOpen() {
			OutboxPane list = pane;
			return list != null && !list.control().isDisposed();
		}
	}
}
