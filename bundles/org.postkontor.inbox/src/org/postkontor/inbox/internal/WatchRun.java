package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Endpoint;
import org.postkontor.inbox.InboxWatcher;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.Watched;

/** Watches one account until cancelled. Every connection begins with a sync, so that nothing is missed between two of them. */
final class WatchRun {
	/** A dead connection is noticed after it; well below what routers forget an idle connection after. */
	private static final Duration LIMIT = Duration.ofMinutes(10);
	/** Between two looks at servers that cannot tell. */
	private static final Duration POLL = Duration.ofMinutes(5);
	/** Between two looks whether another process still receives. */
	private static final Duration BUSY = Duration.ofSeconds(5);

	private final AccountSync sync;
	private final InboxWatcher watcher;
	private final Pauses pauses;
	private final Clock clock;
	private final IProgressMonitor monitor;
	private final Backoff backoff = new Backoff();
	private boolean lost;

	WatchRun(AccountSync sync, InboxWatcher watcher, Pauses pauses, Clock clock, IProgressMonitor monitor) {
		this.sync = sync;
		this.watcher = watcher;
		this.pauses = pauses;
		this.clock = clock;
		this.monitor = monitor;
	}

	void run() throws ProblemException {
		while (goesOn()) {
			Instant begun = clock.instant();
			try {
				connected();
				pauses.pause(POLL, monitor);
			} catch (ProblemException e) {
				if (!goesOn()) {
					return;
				}
				if (!e.problem().kind().isTransient()) {
					throw e;
				}
				lose(e.problem());
				pauses.pause(backoff.after(Duration.between(begun, clock.instant())), monitor);
			}
		}
	}

	private boolean goesOn() {
		return !monitor.isCanceled() && !Thread.currentThread().isInterrupted();
	}

	/** Returns when the server cannot tell, or nobody wants to know any more. */
	private void connected() throws ProblemException {
		Reception reception = sync.source().get();
		try (ReceiveConnection connection = reception.connect(monitor)) {
			Watched watched = Watched.NEWS;
			while (watched != Watched.UNSUPPORTED && goesOn()) {
				if (synced(connection, reception.endpoint())) {
					watched = connection.watch(LIMIT, monitor);
				} else {
					pauses.pause(BUSY, monitor);
				}
			}
		}
	}

	/** False if another process receives; what it does not get is fetched after it. */
	private boolean synced(ReceiveConnection connection, Endpoint endpoint) throws ProblemException {
		try {
			sync.run(run -> run.run(connection, endpoint), monitor);
		} catch (ProblemException e) {
			if (e.problem().kind() == ProblemKind.BUSY) {
				return false;
			}
			throw e;
		}
		if (lost) {
			lost = false;
			watcher.regained();
		}
		return true;
	}

	private void lose(Problem problem) {
		if (!lost) {
			lost = true;
			watcher.lost(problem);
		}
	}
}
