package org.postkontor.outbox.internal;

import java.io.IOException;

import org.postkontor.account.AccountId;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a mail: bytes forced, name forced, row forced, in this order. What fails before the row leaves nothing behind. */
final class Acceptance {
	private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

	private final OutboxCore core;
	private final AccountId account;

	Acceptance(OutboxCore core, AccountId account) {
		this.core = core;
		this.account = account;
	}

	/** Writes the complete, forced temporary file of a mail. */
	interface Freezing {
		OutgoingMessage freeze(OutboxId id) throws ProblemException, IOException;
	}

	OutboxId accept(Freezing freezing) throws ProblemException {
		core.database().requireWritable();
		Surroundings around = core.around();
		try {
			OutboxId id = core.submitter().newId(around.now());
			try {
				OutgoingMessage message = freezing.freeze(id);
				around.crash().hit("before-spool");
				core.spool().accept(id);
				around.crash().hit("after-spool");
				core.mails().insert(StoredMail.accepted(id, account, message, around.now()));
			} catch (ProblemException | IOException | RuntimeException e) {
				discard(id);
				throw e;
			}
			around.crash().hit("after-row");
			core.changes().changed();
			return id;
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(core.spool().folder(), e);
		}
	}

	private void discard(OutboxId id) throws ProblemException {
		try {
			// A commit that failed late may have come through all the same: then the bytes must stay.
			if (!core.mails().knows(id)) {
				core.spool().delete(id);
			}
		} catch (IOException e) {
			LOG.warn("a leftover stays until the next start: {}", id, e);
		}
	}
}
