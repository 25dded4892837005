package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.Formats;

/** What waits, in words: one or two sentences, with what is held. */
public record ReminderText(Reminders reminders, Formats formats) {
	/** About the sign-ins; empty if none waits. */
	public String signIns() {
		List<Reminder> all = reminders.signIns();
		return all.isEmpty() ? "" : all.size() == 1 ? one(all.get(0)) : many(all);
	}

	/** About the consents; empty if none is pending. */
	public String consents() {
		List<ConsentReminder> all = reminders.consents();
		if (all.isEmpty()) {
			return "";
		}
		if (all.size() > 1) {
			return NLS.bind(ReminderMessages.consents, all.size(), names(all.stream().map(ConsentReminder::account).toList()));
		}
		ConsentReminder only = all.get(0);
		String since = NLS.bind(ReminderMessages.consent, only.account().name(), formats.dateTime(only.pending().asked()));
		return only.pending().automatic() ? since : since + " " + NLS.bind(ReminderMessages.consentByHand, only.account().address());
	}

	/** About what came to wait, with what happens after the sign-in: for a notification. */
	public String notification() {
		return signIns() + " " + ReminderMessages.safe;
	}

	private static String one(Reminder reminder) {
		String who = reminder.waiting().principal();
		String held = reminder.mails() == 1 ? NLS.bind(ReminderMessages.waitsOneMail, who)
				: reminder.mails() > 1 ? NLS.bind(ReminderMessages.waitsMails, who, reminder.mails())
				: NLS.bind(reminder.receives() ? ReminderMessages.waitsReceiving : ReminderMessages.waitsForOne, who);
		return reminder.accounts().size() == 1 ? held
				: held + " " + NLS.bind(ReminderMessages.affected, reminder.accounts().size(), names(reminder.accounts()));
	}

	private static String many(List<Reminder> all) {
		List<Account> accounts = all.stream().flatMap(r -> r.accounts().stream()).distinct().toList();
		int mails = all.stream().mapToInt(Reminder::mails).sum();
		String which = NLS.bind(ReminderMessages.waitsForMany, accounts.size(), names(accounts));
		String held = mails == 1 ? ReminderMessages.manyOneMail : mails > 1 ? NLS.bind(ReminderMessages.manyMails, mails)
				: all.stream().anyMatch(Reminder::receives) ? ReminderMessages.manyReceiving : "";
		return held.isEmpty() ? which : which + " " + held;
	}

	private static String names(List<Account> accounts) {
		return accounts.stream().map(Account::name).collect(Collectors.joining(", "));
	}
}
