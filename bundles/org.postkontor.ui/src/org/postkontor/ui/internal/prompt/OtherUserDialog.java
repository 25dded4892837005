package org.postkontor.ui.internal.prompt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.auth.SignInPrompt.OtherUser;
import org.postkontor.auth.SignInPrompt.UserDecision;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.TitledDialog;

/** Somebody else signed in: shows both names and what can be done; completes the answer when it closes. */
public final class OtherUserDialog extends TitledDialog {
	private static final Paragraph TEXT = new Paragraph(440);

	private final OtherUser other;
	private final CompletableFuture<UserDecision> answer;
	private final Map<UserDecision, Button> choices = new LinkedHashMap<>();

	public OtherUserDialog(@Nullable Shell parent, OtherUser other, CompletableFuture<UserDecision> answer) {
		super(parent, PromptMessages.otherTitle);
		this.other = other;
		this.answer = answer;
		setBlockOnOpen(false);
	}

	@Override
	protected void fill(Composite area) {
		((GridLayout) area.getLayout()).verticalSpacing = 4;
		setTitle(other.subjectChanged() ? PromptMessages.otherChangedTitle : PromptMessages.otherTitle);
		setMessage(other.subjectChanged() ? PromptMessages.otherChangedMessage : PromptMessages.otherMessage, IMessageProvider.WARNING);
		TEXT.in(area, NLS.bind(PromptMessages.otherExpected, other.expected()));
		TEXT.in(area, NLS.bind(PromptMessages.otherActual, String.join(", ", other.actual())));
		if (other.subjectChanged()) {
			TEXT.in(area, PromptMessages.otherChangedHint);
		}
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
		button.setText(label);
		GridDataFactory.fillDefaults().indent(0, 8).applyTo(button);
		((GridData) TEXT.in(area, hint).getLayoutData()).horizontalIndent = 24;
		choices.put(decision, button);
	}
}
