package org.postkontor.ui.internal.wizard;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The window of the wizard; large enough for every page, its buttons in the user's language. */
public final class AccountWizardDialog extends WizardDialog {
	public AccountWizardDialog(@Nullable Shell parent, AccountWizard wizard) {
		super(parent, wizard);
		setMinimumPageSize(600, 420);
	}

	/** JFace itself speaks English only. */
	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		super.createButtonsForButtonBar(parent);
		Map.of(IDialogConstants.BACK_ID, WizardMessages.back, IDialogConstants.NEXT_ID, WizardMessages.next, IDialogConstants.FINISH_ID,
				WizardMessages.finish, IDialogConstants.CANCEL_ID, WizardMessages.cancel).forEach((id, label) -> {
					Button button = getButton(id);
					button.setText(label);
					setButtonLayoutData(button);
				});
	}
}
