package org.postkontor.ui.internal.check;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;
import org.postkontor.ui.internal.problem.ProblemMessages;

/** The account test of one account; starts at once. */
public final class CheckDialog extends TitleAreaDialog {
	private final UiContext context;
	private final Account account;
	private final AccountActions actions;

	public CheckDialog(@Nullable Shell parent, UiContext context, Account account, AccountActions actions) {
		super(parent);
		this.context = context;
		this.account = account;
		this.actions = actions;
		setHelpAvailable(false);
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(CheckMessages.title);
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(account.name());
		setMessage(NLS.bind(CheckMessages.message, account.address()));
		Composite area = new Composite(outer, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		CheckPane pane = new CheckPane(area, context, actions);
		GridDataFactory.fillDefaults().grab(true, true).hint(620, SWT.DEFAULT).applyTo(pane.control());
		pane.test(account);
		return outer;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, ProblemMessages.close, true);
	}
}
