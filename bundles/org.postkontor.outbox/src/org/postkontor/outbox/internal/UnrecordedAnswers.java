package org.postkontor.outbox.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/**
 * Answers of servers that a full disk could not take. They are written when there is space again; if the process ends
 * before, the mail is found at its boundary and becomes a mail in doubt. Thread-safe.
 */
final class UnrecordedAnswers {
	private final Map<OutboxId, MailChange> answers = new LinkedHashMap<>();

	synchronized void add(OutboxId id, MailChange change) {
		answers.put(id, change);
	}

	synchronized void write(SqliteOutboxStore mails) throws ProblemException {
		for (OutboxId id : java.util.List.copyOf(answers.keySet())) {
			MailChange change = answers.get(id);
			if (change != null) {
				mails.apply(id, change);
			}
			answers.remove(id);
		}
	}
}
