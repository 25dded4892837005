package org.postkontor.ui.internal.inbox;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
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

/** Received mails with a plain preview. */
public final class InboxView extends ViewPart {
	private final UiContext context;
	private final AccountActions accountActions;
	private final Snapshot<List<InboxRow>> mails;
	private final Formats formats = Formats.ofUser();
	private @Nullable InboxTable table;

	public InboxView(UiContext context, AccountActions accountActions) {
		this.context = context;
		this.accountActions = accountActions;
		this.mails = new Snapshot<>(List.of(), InboxMessages.jobLoad, new InboxRows(context.services()), context.background(), context.problems()::show);
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
		SashForm sash = new SashForm(stack, SWT.VERTICAL);
		InboxTable list = new InboxTable(sash, formats);
		MailPreview preview = new MailPreview(sash, context);
		sash.setWeights(55, 45);
		table = list;
		EmptyState empty = new EmptyState(stack, Icon.INBOX);
		empty.show(InboxMessages.empty, InboxMessages.emptyHint, InboxMessages.sync);
		empty.onLink(this::receive);
		ActionBinder binder = new ActionBinder(List.of(new CommandAction(InboxMessages.sync, Icon.SYNC, UiIds.RECEIVE, () -> true, this::receive)));
		binder.bindTo(getViewSite(), list.table());
		list.table().addListener(SWT.Selection, e -> preview.show(list.selected(), formats));
		mails.onChange(() -> {
			list.show(mails.value());
			preview.show(list.selected(), formats);
			layout.topControl = mails.value().isEmpty() ? empty.control() : sash;
			stack.layout();
		});
		layout.topControl = sash;
		mails.follow(context.services().inbox()::listen);
		mails.follow(context.services().accounts()::listen);
		mails.reload();
	}

	@Override
	public void setFocus() {
		InboxTable list = table;
		if (list != null) {
			list.table().setFocus();
		}
	}

	@Override
	public void dispose() {
		mails.close();
		super.dispose();
	}

	private void receive() {
		new ReceiveAll(context, accountActions).run(this::received);
	}

	private void received(int count) {
		String text = count == 0 ? InboxMessages.nothingNew : NLS.bind(InboxMessages.received, count);
		getViewSite().getActionBars().getStatusLineManager().setMessage(text);
	}
}
