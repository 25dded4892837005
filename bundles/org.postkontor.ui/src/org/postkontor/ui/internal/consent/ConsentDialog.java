package org.postkontor.ui.internal.consent;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.problem.ProblemMessages;

/** The administrator's consent: given here, or asked for by mail. OK goes on to the sign-in, once it was granted. */
public final class ConsentDialog extends TitleAreaDialog {
	private final UiContext context;
	private final Account account;
	private final Set<Direction> directions;
	private @Nullable ConsentPane pane;

	public ConsentDialog(@Nullable Shell parent, UiContext context, Account account, Set<Direction> directions) {
		super(parent);
		this.context = context;
		this.account = account;
		this.directions = Set.copyOf(directions);
		setHelpAvailable(false);
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** Also after it was closed. */
	public ConsentOutcome outcome() {
		ConsentPane shown = pane;
		return shown == null ? ConsentOutcome.NONE : shown.outcome();
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(ConsentMessages.title);
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(account.name());
		setMessage(ConsentMessages.message);
		pane = new ConsentPane(outer, context, account, directions, this::changed);
		return outer;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, ConsentMessages.signIn, false).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, ProblemMessages.close, true);
	}

	private void changed() {
		Button signIn = getButton(IDialogConstants.OK_ID);
		signIn.setEnabled(outcome() == ConsentOutcome.GRANTED);
		if (signIn.isEnabled()) {
			getShell().setDefaultButton(signIn);
			signIn.setFocus();
		}
	}
}
