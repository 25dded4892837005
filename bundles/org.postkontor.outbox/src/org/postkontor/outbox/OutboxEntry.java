package org.postkontor.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.message.Envelope;
import org.postkontor.problem.Problem;
import org.postkontor.transport.SendOutcome.RecipientResult;

/**
 * A mail in the outbox as it stands now.
 *
 * @param problem    why it is held, rejected, in doubt or delayed
 * @param recipients results of recipients so far; accepted ones are never sent again
 * @param reply      the server's final answer when sent
 * @param options    when and in which order it goes out
 */
public record OutboxEntry(OutboxId id, AccountId account, MailState state, String messageId, String subject, Envelope envelope, long size,
		Instant accepted, Optional<Instant> nextAttempt, int attempts, Optional<Problem> problem, Map<String, RecipientResult> recipients,
		String reply, SendOptions options) {
	public OutboxEntry {
		recipients = Map.copyOf(recipients);
	}
}
