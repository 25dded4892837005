package org.postkontor.ui.internal.inbox;

import java.util.function.Consumer;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.account.AccountActions;

/** Receives for all accounts; without one it offers to set one up. */
public final class ReceiveAll {
	private final UiContext context;
	private final AccountActions actions;

	public ReceiveAll(UiContext context, AccountActions actions) {
		this.context = context;
		this.actions = actions;
	}

	public void run() {
		run(received -> {
		});
	}

	/** Each account has its own progress and its own problem. @param done told for each account how many mails came */
	public void run(Consumer<Integer> done) {
		context.background().startQuietly(InboxMessages.jobLoad, monitor -> context.services().accounts().accounts(), accounts -> {
			if (accounts.isEmpty()) {
				actions.newAccount();
			}
			for (Account account : accounts) {
				if (account.endpoint(Direction.RECEIVE).isPresent()) {
					new SyncInbox(context, actions).sync(account, done);
				}
			}
		}, context.problems()::show);
	}
}
