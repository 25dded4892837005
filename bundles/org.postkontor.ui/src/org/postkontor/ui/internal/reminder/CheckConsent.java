package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.function.Consumer;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.UserChoice;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.operation.Operation;

/** Looks whether an administrator has granted what was asked for, when the user wants to know. */
public record CheckConsent(UiContext context, SignInRound signIns) {
	/** @param answer told on the user interface's thread: the accounts that may go on now */
	public void check(ConsentReminder consent, Consumer<List<AccountId>> answer) {
		if (consent.pending().automatic()) {
			Operation<List<AccountId>> poll = monitor -> context.services().consents().poll(monitor);
			context.background().start(ReminderMessages.jobCheck, poll, answer, context.problems()::show);
		} else {
			signInInstead(consent.pending(), consent.account());
		}
	}

	private void signInInstead(Pending pending, Account account) {
		if (signIns.signIn(List.of(account), UserChoice.SUGGESTED)) {
			context.background().startQuietly(ReminderMessages.jobCheck, monitor -> {
				context.services().consents().forget(pending.account());
				return account;
			}, done -> {
			}, context.problems()::show);
		}
	}
}
