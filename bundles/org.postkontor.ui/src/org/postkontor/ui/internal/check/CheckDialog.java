package org.postkontor.ui.internal.check;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.TitledDialog;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.problem.ProblemMessages;

/** The account test of one account; starts at once. */
public final class CheckDialog extends TitledDialog {
	private final UiContext context;
	private final Account account;
	private final AccountActions actions;

	public CheckDialog(@Nullable Shell parent, UiContext context, Account account, AccountActions actions) {
		super(parent, CheckMessages.title);
		this.context = context;
		this.account = account;
		this.actions = actions;
	}

	@Override
	protected void fill(Composite area) {
		setTitle(account.name());
		setMessage(NLS.bind(CheckMessages.message, account.address()));
		CheckPane pane = new CheckPane(area, context, actions);
		GridDataFactory.fillDefaults().grab(true, true).hint(620, SWT.DEFAULT).applyTo(pane.control());
		pane.test(account);
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, ProblemMessages.close, true);
	}
}
