package org.postkontor.ui.internal.outbox;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.outbox.Outbox.Decision;

/** Asks about mails whose outcome nobody can know; nothing is decided without an answer. */
record DecideDialog(@Nullable Shell parent, OutboxCommands commands) {
	void open(List<OutboxRow> rows) {
		String question = rows.size() == 1 ? NLS.bind(OutboxMessages.decideText, rows.get(0).entry().subject())
				: NLS.bind(OutboxMessages.decideMany, rows.size());
		int answer = MessageDialog.open(MessageDialog.QUESTION_WITH_CANCEL, parent, OutboxMessages.decideTitle, question, SWT.NONE,
				OutboxMessages.decideSent, OutboxMessages.decideAgain, OutboxMessages.decideLater);
		if (answer == 0) {
			commands.resolve(rows, Decision.MARK_SENT);
		} else if (answer == 1) {
			commands.resolve(rows, Decision.SEND_AGAIN);
		}
	}
}
