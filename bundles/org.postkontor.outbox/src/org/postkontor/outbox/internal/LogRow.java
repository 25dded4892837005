package org.postkontor.outbox.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.postkontor.outbox.MailState;
import org.postkontor.problem.Problem;
import org.postkontor.transport.Peer;
import org.postkontor.transport.SendOutcome.RecipientResult;

/** One row of the log. @param event name of a {@link MailEvent}, or of one that only another release knows */
public record LogRow(Instant at, String event, MailState state, String note, String reply, Optional<Problem> problem, Optional<Peer> peer,
		Map<String, RecipientResult> recipients) {
	public LogRow {
		recipients = Map.copyOf(recipients);
	}
}
