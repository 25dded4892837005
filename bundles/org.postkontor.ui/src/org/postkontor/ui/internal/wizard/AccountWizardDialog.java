package org.postkontor.ui.internal.wizard;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;

/** The window of the wizard; non-modal enough to let a browser come to the front, large enough for every page. */
public final class AccountWizardDialog extends WizardDialog {
	public AccountWizardDialog(@Nullable Shell parent, AccountWizard wizard) {
		super(parent, wizard);
		setMinimumPageSize(600, 420);
	}
}
