package org.postkontor.outbox.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;

/**
 * Works on lanes side by side, each lane by one thread at a time. A lane that takes long holds up no other one: lanes that
 * get something to do meanwhile are started, and where there are more lanes than threads they take turns.
 */
final class LaneCrew implements AutoCloseable {
	private static final int AT_ONCE = 16;

	private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
	private final ExecutorService executor;
	private final BlockingQueue<AccountId> finished = new LinkedBlockingQueue<>();
	private final Set<AccountId> working = new HashSet<>();
	private final Work work;

	/** What is done for a lane. */
	interface Work {
		/** @param crew tells whether others wait for their turn */
		void on(AccountId account, LaneCrew crew);
	}

	LaneCrew(Work work) {
		this.work = work;
		ThreadPoolExecutor pool = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.SECONDS, waiting,
				task -> Thread.ofPlatform().daemon().name("outbox lane").unstarted(task));
		pool.allowCoreThreadTimeOut(true);
		executor = pool;
	}

	/** Starts the lanes that are not worked on already. Called by the drain's thread only, as all but {@link #isCrowded}. */
	void start(Set<AccountId> lanes) {
		for (AccountId lane : lanes) {
			if (working.add(lane)) {
				executor.execute(() -> {
					try {
						work.on(lane, this);
					} finally {
						finished.add(lane);
					}
				});
			}
		}
	}

	boolean isWorking() {
		return !working.isEmpty();
	}

	/** Lanes wait for a thread: whoever has one should not keep it for long. Any thread. */
	boolean isCrowded() {
		return !waiting.isEmpty();
	}

	/** Returns when a lane has finished, or after the time. */
	void await(long millis) throws ProblemException {
		try {
			for (AccountId lane = finished.poll(millis, TimeUnit.MILLISECONDS); lane != null; lane = finished.poll()) {
				working.remove(lane);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ProblemException(OutboxProblems.internal(e), e);
		}
	}

	/** Waits for the lanes that are worked on. */
	@Override
	public void close() {
		executor.close();
	}
}
