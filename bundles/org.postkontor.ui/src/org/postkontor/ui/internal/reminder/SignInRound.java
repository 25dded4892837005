package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.account.Account;
import org.postkontor.auth.UserChoice;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.signin.SignInDialog;

/** Signs in identity after identity with the person in front; ends with the first that is not signed in. */
public record SignInRound(UiContext context, Supplier<@Nullable Shell> shell) {
	/** Call it after a button was pressed only. */
	public void signIn(Reminders reminders) {
		for (Reminder reminder : reminders.signIns()) {
			if (!signIn(reminder.accounts(), UserChoice.SUGGESTED)) {
				return;
			}
			context.services().reminderTimes().forget(reminder.identity());
		}
	}

	/**
	 * @param accounts of one identity: the first is signed in, the others share its sign-in
	 * @return false if the person did not
	 */
	public boolean signIn(List<Account> accounts, UserChoice users) {
		SignInDialog dialog = new SignInDialog(shell.get(), context, accounts.get(0), users);
		dialog.open();
		Optional<Account> signedIn = dialog.signedIn();
		signedIn.ifPresent(account -> context.background().startQuietly(NLS.bind(ReminderMessages.jobSave, account.name()),
				new SaveSignIn(context.services(), account, accounts), done -> {
				}, context.problems()::show));
		return signedIn.isPresent();
	}
}
