package org.postkontor.cli.internal.output;

import java.util.List;

import org.postkontor.inbox.InboxEntry;

import com.google.gson.JsonObject;

/** Received mails as the command line shows them. */
public final class InboxView {
	private final Texts texts;

	public InboxView(Texts texts) {
		this.texts = texts;
	}

	public JsonObject json(InboxEntry entry) {
		return new Json().number("id", entry.id()).text("account", entry.account()).text("uid", entry.uid()).text("messageId", entry.messageId())
				.text("from", entry.from()).text("to", entry.to()).text("subject", entry.subject()).text("date", entry.date())
				.text("received", entry.received()).number("size", entry.size()).object();
	}

	public List<String> table(List<InboxEntry> entries) {
		Table table = new Table(texts.get("inbox.id"), texts.get("inbox.date"), texts.get("inbox.size"), texts.get("inbox.from"),
				texts.get("inbox.subject"));
		entries.forEach(e -> table.row(Long.toString(e.id()), e.date().orElse(e.received()).toString(), Long.toString(e.size()), e.from(),
				e.subject()));
		return entries.isEmpty() ? List.of(texts.get("inbox.empty")) : table.lines();
	}

	public List<String> lines(InboxEntry entry, String text) {
		return List.of(entry.subject(), texts.get("inbox.from") + ": " + entry.from(), texts.get("inbox.to") + ": " + entry.to(),
				texts.get("inbox.date") + ": " + entry.date().orElse(entry.received()),
				texts.get("inbox.message-id") + ": " + entry.messageId(), "", text);
	}
}
