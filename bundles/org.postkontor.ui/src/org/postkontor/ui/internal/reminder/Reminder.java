package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.Locale;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.auth.SignInBroker.Waiting;

/**
 * One identity that a person has to sign in, with what is held because of it.
 *
 * @param accounts that use it, by name; never empty
 * @param mails    that wait in their outboxes
 */
public record Reminder(Waiting waiting, List<Account> accounts, int mails) {
	public Reminder {
		accounts = List.copyOf(accounts);
	}

	/** The same for all accounts and views of this identity; under it the user's wish not to be reminded is kept. */
	public String identity() {
		return waiting.provider() + ' ' + waiting.principal().toLowerCase(Locale.ROOT);
	}

	/** True if an account receives with it. */
	public boolean receives() {
		return accounts.stream().flatMap(a -> a.endpoint(Direction.RECEIVE).stream()).anyMatch(e -> waiting.concerns(e.auth()));
	}
}
