package org.postkontor.ui.internal.outbox;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.outbox.Outbox.Decision;

/** Asks about a mail whose outcome nobody can know; nothing is decided without an answer. */
public record DecideDialog(Shell parent, OutboxCommands commands) {
	public void open(OutboxRow row) {
		String question = NLS.bind(OutboxMessages.decideText, row.entry().subject());
		int answer = MessageDialog.open(MessageDialog.QUESTION_WITH_CANCEL, parent, OutboxMessages.decideTitle, question, SWT.NONE,
				OutboxMessages.decideSent, OutboxMessages.decideAgain, OutboxMessages.decideLater);
		if (answer == 0) {
			commands.resolve(row, Decision.MARK_SENT);
		} else if (answer == 1) {
			commands.resolve(row, Decision.SEND_AGAIN);
		}
	}
}
