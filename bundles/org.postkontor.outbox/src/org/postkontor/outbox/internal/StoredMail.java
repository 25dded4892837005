package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Map;

import org.postkontor.account.AccountId;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * A row: what everybody may see, and what only the dispatcher needs.
 *
 * @param started  when trying began: acceptance or the latest release
 * @param troubles consecutive times that this mail's sending broke off without blame
 * @param checks   looks into Sent in the present state
 */
public record StoredMail(OutboxEntry entry, Instant dated, String sha256, Instant started, int troubles, int checks, boolean removed) {

	public static StoredMail accepted(OutboxId id, AccountId account, OutgoingMessage message, Instant now) {
		OutboxEntry entry = new OutboxEntry(id, account, MailState.QUEUED, message.messageId(), message.subject(), message.envelope(), message.size(), now,
				java.util.Optional.of(now), 0, java.util.Optional.empty(), Map.of(), "");
		return new StoredMail(entry, message.date(), message.sha256(), now, 0, 0, false);
	}

	public OutboxId id() {
		return entry.id();
	}

	public OutgoingMessage message(FrozenContent content) {
		return new OutgoingMessage(entry.messageId(), dated, entry.subject(), entry.envelope(), entry.size(), sha256, content);
	}

	public RecipientBook book() {
		return new RecipientBook(entry.envelope().recipients(), entry.recipients());
	}

	public RecipientBook book(Map<String, RecipientResult> more) {
		return book().with(more);
	}
}
