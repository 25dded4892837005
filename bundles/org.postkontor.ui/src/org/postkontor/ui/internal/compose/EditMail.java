package org.postkontor.ui.internal.compose;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.outbox.OutboxId;
import org.postkontor.ui.internal.UiContext;

/** Opens a mail of the outbox for editing. */
public record EditMail(UiContext context, Supplier<@Nullable Shell> shell) {
	/** When the window is closed without sending, the mail goes on as before. */
	public void open(OutboxId id) {
		open(id, false);
	}

	/** Takes a mail back that was sent a moment ago: it stays on hold until somebody sends or releases it. */
	public void takeBack(OutboxId id) {
		open(id, true);
	}

	private void open(OutboxId id, boolean keepHeld) {
		context.background().start(ComposeMessages.jobEdit, monitor -> EditedMail.open(context.services(), id, keepHeld, monitor),
				opened -> opened.ifPresentOrElse(this::show, this::tooLate), context.problems()::show);
	}

	private void show(EditedMail mail) {
		new ComposeDialog(shell.get(), context, List.of(mail.account()), mail.account(), mail, mail.options()).editing(mail.draft()).open();
	}

	private void tooLate() {
		MessageDialog.openInformation(shell.get(), ComposeMessages.tooLateTitle, ComposeMessages.tooLate);
	}
}
