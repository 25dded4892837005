package org.postkontor.ui.internal.reminder;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that waits for a person. @param signIns one for each identity, oldest first */
public record Reminders(List<Reminder> signIns, List<ConsentReminder> consents) {
	/** Nothing waits. */
	public static final Reminders NONE = new Reminders(List.of(), List.of());

	public Reminders {
		signIns = List.copyOf(signIns);
		consents = List.copyOf(consents);
	}

	/** Without what the user does not want to hear now. */
	public Reminders without(ReminderTimes times) {
		return new Reminders(signIns.stream().filter(r -> !times.isSnoozed(r.identity())).toList(),
				consents.stream().filter(r -> !times.isSnoozed(r.identity())).toList());
	}

	public Set<String> identities() {
		return signIns.stream().map(Reminder::identity).collect(Collectors.toSet());
	}
}
