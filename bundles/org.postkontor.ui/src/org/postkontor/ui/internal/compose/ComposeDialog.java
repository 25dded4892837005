package org.postkontor.ui.internal.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogLabelKeys;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;

/**
 * Writes a mail. Send puts it into the outbox, in the background, and closes the window when it is durable there; if that
 * fails, the window stays with everything in it.
 */
public final class ComposeDialog extends TitleAreaDialog {
	private final UiContext context;
	private final List<Account> accounts;
	private final Account preselected;
	private @Nullable ComposeForm form;
	private boolean accepting;

	public ComposeDialog(@Nullable Shell parent, UiContext context, List<Account> accounts, Account preselected) {
		super(parent);
		this.context = context;
		this.accounts = List.copyOf(accounts);
		this.preselected = preselected;
		setHelpAvailable(false);
		setShellStyle(SWT.SHELL_TRIM | SWT.RESIZE | getDefaultOrientation());
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(ComposeMessages.title);
			shell.setImage(new Icons(shell).get(Icon.COMPOSE));
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(ComposeMessages.title);
		setMessage(ComposeMessages.message);
		ComposeForm created = new ComposeForm(outer, accounts, preselected);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(created.control());
		created.onChange(() -> {
			setErrorMessage(null);
			setMessage(ComposeMessages.message);
		});
		form = created;
		return outer;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		Button send = createButton(parent, IDialogConstants.OK_ID, ComposeMessages.send, false);
		send.setImage(new Icons(send).get(Icon.SEND));
		createButton(parent, IDialogConstants.CANCEL_ID, JFaceResources.getString(IDialogLabelKeys.CANCEL_LABEL_KEY), false);
	}

	@Override
	protected void okPressed() {
		ComposeForm shown = form;
		if (shown == null || accepting) {
			return;
		}
		ComposeModel model = shown.model();
		Optional<String> mistake = model.mistake();
		setErrorMessage(mistake.isPresent() ? mistake.get() : null);
		if (mistake.isPresent()) {
			return;
		}
		setAccepting(true, ComposeMessages.accepting);
		context.background().start(ComposeMessages.job, monitor -> context.services().outbox().submit(model.sender().id(), model.draft(), monitor),
				UiContext.whileAlive(getShell(), id -> close()), UiContext.whileAlive(getShell(), this::refused));
	}

	@Override
	protected void cancelPressed() {
		ComposeForm shown = form;
		boolean started = shown != null && shown.model().isStarted();
		if (!accepting && (!started || MessageDialog.openQuestion(getShell(), ComposeMessages.discardTitle, ComposeMessages.discard))) {
			super.cancelPressed();
		}
	}

	@Override
	protected void handleShellCloseEvent() {
		cancelPressed();
	}

	private void refused(Problem problem) {
		setAccepting(false, ComposeMessages.message);
		setErrorMessage(context.services().texts().title(problem, Locale.getDefault()));
		context.problems().show(problem, Optional.of(this::okPressed));
	}

	private void setAccepting(boolean newAccepting, String message) {
		accepting = newAccepting;
		setMessage(message);
		getButton(IDialogConstants.OK_ID).setEnabled(!newAccepting);
	}
}
