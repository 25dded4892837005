package org.postkontor.inbox.internal;

import java.time.Clock;
import java.util.function.IntConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.message.ReceivedMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.ExclusiveUse;

/**
 * Syncs one account while nobody else does, and tells how many mails came, also if a problem ended it.
 *
 * @param source  what the account says about receiving, whenever it is asked
 * @param brought called with more than 0
 */
record AccountSync(AccountId account, InboxStore store, ReceivedMessageReader reader, Clock clock, Reception.Source source, IntConsumer brought) {
	/** Runs a sync over a connection. */
	@FunctionalInterface
	interface Work {
		void with(SyncRun run) throws ProblemException;
	}

	/** @throws ProblemException kind BUSY if somebody else receives for this account */
	int run(Work work, @Nullable IProgressMonitor monitor) throws ProblemException {
		SyncRun run = new SyncRun(account, store, reader, clock, source, monitor);
		try (ExclusiveUse.Held held = store.locks().acquire(account)) {
			work.with(run);
		} finally {
			if (run.added() > 0) {
				brought.accept(run.added());
			}
		}
		return run.added();
	}
}
