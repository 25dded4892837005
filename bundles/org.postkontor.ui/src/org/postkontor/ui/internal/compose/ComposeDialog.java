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
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.Formats;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.schedule.ScheduleDialog;

/**
 * Writes a mail. Send puts it into the outbox, in the background, and closes the window when it is durable there; if that
 * fails, the window stays with everything in it.
 */
public final class ComposeDialog extends TitleAreaDialog {
	private static final int LATER = IDialogConstants.CLIENT_ID;

	private final UiContext context;
	private final List<Account> accounts;
	private final Account preselected;
	private final MailTarget target;
	private SendOptions options;
	private Optional<Draft> draft = Optional.empty();
	private @Nullable ComposeForm form;
	private boolean accepting;
	private boolean accepted;

	/** For a new mail. */
	public ComposeDialog(@Nullable Shell parent, UiContext context, List<Account> accounts, Account preselected) {
		this(parent, context, accounts, preselected, MailTarget.outbox(context.services().outbox()), SendOptions.NOW);
	}

	/** @param options when it goes out, unless its author chooses something else */
	ComposeDialog(@Nullable Shell parent, UiContext context, List<Account> accounts, Account preselected, MailTarget target, SendOptions options) {
		super(parent);
		this.context = context;
		this.accounts = List.copyOf(accounts);
		this.preselected = preselected;
		this.target = target;
		this.options = options;
		setHelpAvailable(false);
		setShellStyle(SWT.SHELL_TRIM | SWT.RESIZE | getDefaultOrientation());
		setBlockOnOpen(false);
	}

	/** Opens with these contents. */
	ComposeDialog editing(Draft given) {
		draft = Optional.of(given);
		return this;
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(title());
			shell.setImage(new Icons(shell).get(Icon.COMPOSE));
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(title());
		setMessage(message());
		ComposeForm created = new ComposeForm(outer, accounts, preselected);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(created.control());
		draft.ifPresent(created::fill);
		created.onChange(() -> {
			setErrorMessage(null);
			setMessage(message());
		});
		form = created;
		return outer;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		Button send = createButton(parent, IDialogConstants.OK_ID, ComposeMessages.send, false);
		send.setImage(new Icons(send).get(Icon.SEND));
		createButton(parent, LATER, ComposeMessages.sendLater, false);
		createButton(parent, IDialogConstants.CANCEL_ID, JFaceResources.getString(IDialogLabelKeys.CANCEL_LABEL_KEY), false);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == LATER) {
			sendLater();
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	protected void okPressed() {
		Optional<ComposeModel> model = checked();
		if (model.isEmpty()) {
			return;
		}
		setAccepting(true, ComposeMessages.accepting);
		SendOptions chosen = options.undo(context.services().sendingPreferences().undo());
		Display display = getShell().getDisplay();
		context.background().start(ComposeMessages.job, monitor -> target.accept(model.get().sender(), model.get().draft(), chosen, monitor),
				UiContext.whileAlive(getShell(), id -> accepted(id, chosen, display)), UiContext.whileAlive(getShell(), this::refused));
	}

	/** Empty if nothing can be sent now; the window says why. */
	private Optional<ComposeModel> checked() {
		ComposeForm shown = form;
		if (shown == null || accepting) {
			return Optional.empty();
		}
		Optional<String> mistake = shown.model().mistake();
		setErrorMessage(mistake.isPresent() ? mistake.get() : null);
		return mistake.isPresent() ? Optional.empty() : Optional.of(shown.model());
	}

	private void sendLater() {
		if (checked().isEmpty()) {
			return;
		}
		ScheduleDialog dialog = new ScheduleDialog(getShell(), context.services().clock(), options, ComposeMessages.send);
		if (dialog.open() == Window.OK) {
			options = dialog.options();
			okPressed();
		}
	}

	private void accepted(OutboxId id, SendOptions chosen, Display display) {
		accepted = true;
		close();
		new SentHint(context, display).show(id, chosen);
	}

	@Override
	protected void cancelPressed() {
		ComposeForm shown = form;
		boolean started = shown != null && shown.isChanged();
		if (!accepting && (!started || MessageDialog.openQuestion(getShell(), ComposeMessages.discardTitle, ComposeMessages.discard))) {
			super.cancelPressed();
		}
	}

	@Override
	protected void handleShellCloseEvent() {
		cancelPressed();
	}

	@Override
	public boolean close() {
		boolean open = getShell() != null && !getShell().isDisposed();
		boolean closed = super.close();
		if (open && closed && !accepted) {
			context.background().startQuietly(ComposeMessages.jobEdit, monitor -> {
				target.abandon();
				return accepted;
			}, done -> {
			}, context.problems()::show);
		}
		return closed;
	}

	private String title() {
		return draft.isPresent() ? ComposeMessages.editTitle : ComposeMessages.title;
	}

	/** Says when the mail goes out, if its author has chosen a time. */
	private String message() {
		String usual = draft.isPresent() ? ComposeMessages.editMessage : ComposeMessages.message;
		return options.notBefore().filter(t -> t.isAfter(context.services().clock().instant()))
				.map(t -> NLS.bind(ComposeMessages.scheduledFor, Formats.ofUser().dateTime(t))).orElse(usual);
	}

	private void refused(Problem problem) {
		setAccepting(false, message());
		setErrorMessage(context.services().texts().title(problem, Locale.getDefault()));
		context.problems().show(problem, Optional.of(this::okPressed));
	}

	private void setAccepting(boolean newAccepting, String message) {
		accepting = newAccepting;
		setMessage(message);
		getButton(IDialogConstants.OK_ID).setEnabled(!newAccepting);
		getButton(LATER).setEnabled(!newAccepting);
	}
}
