package org.postkontor.ui.internal.consent;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.ui.internal.Enabled;
import org.postkontor.ui.internal.TitledDialog;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.problem.ProblemMessages;

/** The administrator's consent: given here, or asked for by mail. OK goes on to the sign-in, once it was granted. */
public final class ConsentDialog extends TitledDialog {
	private final UiContext context;
	private final Account account;
	private final Set<Direction> directions;
	private @Nullable ConsentPane pane;

	public ConsentDialog(@Nullable Shell parent, UiContext context, Account account, Set<Direction> directions) {
		super(parent, ConsentMessages.title);
		this.context = context;
		this.account = account;
		this.directions = Set.copyOf(directions);
	}

	/** Also after it was closed. */
	public ConsentOutcome outcome() {
		ConsentPane shown = pane;
		return shown == null ? ConsentOutcome.NONE : shown.outcome();
	}

	@Override
	protected void fill(Composite area) {
		setTitle(account.name());
		setMessage(ConsentMessages.message);
		pane = new ConsentPane(area, context, account, directions, this::changed);
	}

	@Override
	protected void createButtonsForButtonBar(@Nullable Composite parent) {
		new Enabled(false).of(createButton(parent, IDialogConstants.OK_ID, ConsentMessages.signIn, false));
		createButton(parent, IDialogConstants.CANCEL_ID, ProblemMessages.close, true);
	}

	private void changed() {
		Button signIn = getButton(IDialogConstants.OK_ID);
		new Enabled(outcome() == ConsentOutcome.GRANTED).of(signIn);
		if (signIn.isEnabled()) {
			getShell().setDefaultButton(signIn);
			signIn.setFocus();
		}
	}
}
