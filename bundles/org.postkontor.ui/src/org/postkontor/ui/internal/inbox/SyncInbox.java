package org.postkontor.ui.internal.inbox;

import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.problem.ProblemKind;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;

/** Receives mails in the background; a problem offers what helps. */
public record SyncInbox(UiContext context, AccountActions actions) {
	public void sync(Account account) {
		sync(account, received -> {
		});
	}

	/** @param done told how many mails came */
	public void sync(Account account, Consumer<Integer> done) {
		context.background().start(NLS.bind(InboxMessages.jobSync, account.name()), monitor -> context.services().inbox().sync(account.id(), monitor),
				done, problem -> {
					// Whoever receives already, such as the window itself, brings the mails: there is nothing to complain about.
					if (problem.kind() != ProblemKind.BUSY) {
						context.problems().show(problem, actions.remedy(problem.remedy(), account, () -> sync(account, done)));
					}
				});
	}
}
