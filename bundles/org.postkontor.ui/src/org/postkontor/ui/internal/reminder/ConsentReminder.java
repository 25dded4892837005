package org.postkontor.ui.internal.reminder;

import org.postkontor.account.Account;
import org.postkontor.auth.AdminConsents.Pending;

/** An account that waits for its administrator. */
public record ConsentReminder(Pending pending, Account account) {
	/** Under it the user's wish not to be reminded is kept. */
	public String identity() {
		return "consent " + account.id();
	}
}
