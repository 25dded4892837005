package org.postkontor.ui.internal.reminder;

import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.operation.Snapshot;

/** Keeps what waits up to date. What cannot be loaded is said by the views whose mails it concerns. */
record ReminderSource(UiContext context) {
	/** Not loaded yet; to be closed. */
	Snapshot<Reminders> snapshot() {
		UiServices services = context.services();
		Snapshot<Reminders> snapshot = new Snapshot<>(Reminders.NONE, ReminderMessages.jobLoad, new LoadReminders(services), context.background(), problem -> {
		});
		snapshot.follow(services.broker()::listen);
		snapshot.follow(services.accounts()::listen);
		snapshot.follow(services.outbox()::listen);
		snapshot.follow(services.reminderTimes()::listen);
		return snapshot;
	}
}
