package org.postkontor.ui.internal.inbox;

import java.util.List;

import org.postkontor.inbox.InboxEntry;
import org.postkontor.ui.internal.Formats;

/** A received mail as the list shows it. */
public record InboxRow(InboxEntry entry, String account) {
	/** One text a column: sender, subject, date, account, size. */
	public List<String> columns(Formats formats) {
		return List.of(entry.from(), subject(), formats.dateTime(entry.date().orElse(entry.received())), account, formats.size(entry.size()));
	}

	public String subject() {
		return entry.subject().isBlank() ? InboxMessages.noSubject : entry.subject();
	}
}
