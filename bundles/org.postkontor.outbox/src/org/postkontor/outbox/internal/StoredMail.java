package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * A row: what everybody may see, and what only the dispatcher needs.
 *
 * @param started  when trying began: acceptance or the latest release
 * @param troubles consecutive times that this mail's sending broke off without blame
 * @param checks   looks into Sent in the present state
 */
public record StoredMail(OutboxEntry entry, Instant dated, String sha256, Instant started, int troubles, int checks, boolean removed) {

	public static StoredMail accepted(OutboxId id, AccountId account, OutgoingMessage message, SendOptions options, Instant now) {
		Instant earliest = options.notBefore().orElse(now);
		MailState state = earliest.isAfter(now) ? MailState.SCHEDULED : options.undo().isZero() ? MailState.QUEUED : MailState.DELAYED;
		Instant next = state == MailState.SCHEDULED ? earliest : now.plus(options.undo());
		OutboxEntry entry = new OutboxEntry(id, account, state, message.messageId(), message.subject(), message.envelope(), message.size(), now,
				Optional.of(next), 0, Optional.empty(), Map.of(), "", options);
		return new StoredMail(entry, message.date(), message.sha256(), now, 0, 0, false);
	}

	/** Too late by the author's own wish. */
	public boolean isMissed(Instant now) {
		return entry.options().notAfter().filter(deadline -> !deadline.isAfter(now)).isPresent();
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
