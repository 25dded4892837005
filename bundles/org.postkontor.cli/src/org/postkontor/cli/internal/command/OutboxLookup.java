package org.postkontor.cli.internal.command;

import org.postkontor.cli.ExitCode;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;

/** Finds the mail that is meant by an id. */
final class OutboxLookup {
	private OutboxLookup() {
	}

	/** @throws ProblemException NOT_FOUND, also for what cannot be an id */
	static OutboxEntry find(Outbox outbox, String typed) throws ProblemException {
		if (!typed.matches("[0-9a-zA-Z-]{1,64}")) {
			throw unknown(typed);
		}
		return outbox.entry(new OutboxId(typed)).orElseThrow(() -> unknown(typed));
	}

	private static ProblemException unknown(String typed) {
		return CommandFailure.of(ExitCode.NOT_FOUND, "mail.unknown", "mail", typed);
	}
}
