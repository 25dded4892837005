package org.postkontor.outbox.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes mails: bytes forced, names forced, rows forced, in this order. What fails before the rows leaves nothing behind. */
final class Acceptance {
	private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

	private final OutboxCore core;
	private final AccountId account;
	private final SendOptions options;
	private final Optional<OutboxId> replaced;

	/** @param replaced the mail that the new one takes the place of */
	Acceptance(OutboxCore core, AccountId account, SendOptions options, Optional<OutboxId> replaced) {
		this.core = core;
		this.account = account;
		this.options = options;
		this.replaced = replaced;
	}

	/** Writes the complete, forced temporary file of a mail. */
	interface Freezing {
		OutgoingMessage freeze(OutboxId id) throws ProblemException, IOException;
	}

	OutboxId accept(Freezing freezing) throws ProblemException {
		return accept(List.of(freezing)).get(0);
	}

	/** All or none. */
	List<OutboxId> accept(List<? extends Freezing> freezings) throws ProblemException {
		core.database().requireWritable();
		Surroundings around = core.around();
		Instant now = around.now();
		OutboxProblems.requirePossible(options, now);
		List<OutboxId> ids = new ArrayList<>();
		try {
			try {
				List<StoredMail> mails = new ArrayList<>();
				for (Freezing freezing : freezings) {
					OutboxId id = core.submitter().newId(now);
					ids.add(id);
					mails.add(StoredMail.accepted(id, account, freezing.freeze(id), options, now));
				}
				around.crash().hit("before-spool");
				core.spool().accept(ids);
				around.crash().hit("after-spool");
				record(mails);
			} catch (ProblemException | IOException | RuntimeException e) {
				discard(ids);
				throw e;
			}
			around.crash().hit("after-row");
			core.changes().changed();
			return ids;
		} catch (IOException e) {
			throw OutboxProblems.STORAGE.storage(core.spool().folder(), e);
		}
	}

	private void record(List<StoredMail> mails) throws ProblemException {
		if (replaced.isEmpty()) {
			core.mails().insert(mails);
		} else if (!core.mails().replace(replaced.get(), mails.get(0))) {
			throw OutboxProblems.tooLate(replaced.get());
		}
	}

	private void discard(List<OutboxId> ids) throws ProblemException {
		for (OutboxId id : ids) {
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
}
