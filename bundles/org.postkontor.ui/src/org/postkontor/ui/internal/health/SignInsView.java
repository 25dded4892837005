package org.postkontor.ui.internal.health;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.postkontor.ui.internal.ActionBinder;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.reminder.ReminderBanner;

/** Who is signed in where, until when, and what waits for a sign-in. */
public final class SignInsView extends ViewPart {
	private final UiContext context;
	private final AccountActions accountActions;
	private @Nullable SignInsPane pane;

	public SignInsView(UiContext context, AccountActions accountActions) {
		this.context = context;
		this.accountActions = accountActions;
	}

	@Override
	public void createPartControl(@Nullable Composite parent) {
		Composite column = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
		new ReminderBanner(column, context, () -> getSite().getShell());
		SignInsPane list = new SignInsPane(column, context, accountActions::newAccount);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(list.control());
		pane = list;
		SignInsActions actions = new SignInsActions(context, accountActions, () -> getSite().getShell(), list::selected, this::say, list::reload);
		ActionBinder binder = new ActionBinder(actions.all());
		binder.bindTo(getViewSite(), list.table());
		ActionBinder.bindFind(getViewSite(), list::focusFilter);
		list.onSelect(binder::update);
		binder.update();
	}

	@Override
	public void setFocus() {
		SignInsPane list = pane;
		if (list != null) {
			list.setFocus();
		}
	}

	private void say(String text) {
		getViewSite().getActionBars().getStatusLineManager().setMessage(text);
	}
}
