package org.postkontor.ui.internal.prompt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;

/** Somebody else signed in: shows both names and what can be done; completes the answer when it closes. */
public final class OtherUserDialog extends TitleAreaDialog {
	private static final int WIDTH = 440;

	private final OtherUser other;
	private final CompletableFuture<UserDecision> answer;
	private final Map<UserDecision, Button> choices = new LinkedHashMap<>();

	public OtherUserDialog(@Nullable Shell parent, OtherUser other, CompletableFuture<UserDecision> answer) {
		super(parent);
		this.other = other;
		this.answer = answer;
		setHelpAvailable(false);
		setShellStyle(getShellStyle() | SWT.RESIZE);
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(PromptMessages.otherTitle);
		}
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(other.subjectChanged() ? PromptMessages.otherChangedTitle : PromptMessages.otherTitle);
		setMessage(other.subjectChanged() ? PromptMessages.otherChangedMessage : PromptMessages.otherMessage, IMessageProvider.WARNING);
		Composite area = new Composite(outer, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 12).spacing(8, 4).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		wrapped(area, NLS.bind(PromptMessages.otherExpected, other.expected()), 0);
		wrapped(area, NLS.bind(PromptMessages.otherActual, String.join(", ", other.actual())), 0);
		String actual = other.actual().get(0);
		choice(area, UserDecision.CHOOSE_ANOTHER, PromptMessages.otherChoose, NLS.bind(PromptMessages.otherChooseHint, other.expected()));
		choice(area, UserDecision.REMEMBER_ALIAS, PromptMessages.otherAlias, other.subjectChanged() ? PromptMessages.otherAliasChangedHint
				: NLS.bind(PromptMessages.otherAliasHint, actual, other.expected()));
		choice(area, UserDecision.SHARED_MAILBOX, PromptMessages.otherShared, NLS.bind(PromptMessages.otherSharedHint, actual, other.expected()));
		if (!other.subjectChanged()) {
			choice(area, UserDecision.CHANGE_ADDRESS, PromptMessages.otherChange, NLS.bind(PromptMessages.otherChangeHint, actual, other.expected()));
		}
		Optional.ofNullable(choices.get(UserDecision.CHOOSE_ANOTHER)).ifPresent(first -> {
			first.setSelection(true);
			first.setFocus();
		});
		area.addListener(SWT.Dispose, e -> answer.cancel(false)); // does nothing once there is an answer
		return outer;
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, PromptMessages.otherGoOn, true);
		createButton(parent, IDialogConstants.CANCEL_ID, PromptMessages.cancel, false);
	}

	@Override
	protected void okPressed() {
		choices.forEach((decision, button) -> {
			if (button.getSelection()) {
				answer.complete(decision);
			}
		});
		super.okPressed();
	}

	private void choice(Composite area, UserDecision decision, String label, String hint) {
		Button button = new Button(area, SWT.RADIO);
		button.setText(label.replace("&", "&&"));
		GridDataFactory.fillDefaults().indent(0, 8).applyTo(button);
		wrapped(area, hint, 24);
		choices.put(decision, button);
	}

	private static void wrapped(Composite area, String text, int indent) {
		Label label = new Label(area, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).indent(indent, 0).hint(WIDTH, SWT.DEFAULT).applyTo(label);
	}
}
