package org.postkontor.ui.internal.compose;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.message.Draft;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;

/** Where a mail goes when it is written. Blocks; called in the background. */
interface MailTarget {
	/** @throws ProblemException nothing was accepted; it can be tried again */
	OutboxId accept(Account sender, Draft draft, SendOptions options, IProgressMonitor monitor) throws ProblemException;

	/** The window was closed without sending. */
	default void abandon() throws ProblemException {
	}

	/** A new mail of the outbox. */
	static MailTarget outbox(Outbox outbox) {
		return (sender, draft, options, monitor) -> outbox.submit(sender.id(), draft, options, monitor);
	}
}
