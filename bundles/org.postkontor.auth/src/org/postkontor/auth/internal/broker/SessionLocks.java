package org.postkontor.auth.internal.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.AwaitedLock;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.problem.ProblemException;

/** One worker per session at a time: across threads, and by a lock file across processes. */
public final class SessionLocks {
	private static final long SLICE_MILLIS = 100;

	private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
	private final Path folder;
	private final Duration limit;

	SessionLocks(Path folder, Duration limit) {
		this.folder = folder;
		this.limit = limit;
	}

	/** @throws ProblemException BUSY after the limit, CANCELLED, or what {@code work} throws */
	public <T> T locked(String session, @Nullable IProgressMonitor monitor, Work<T> work) throws ProblemException {
		ReentrantLock lock = locks.computeIfAbsent(session, id -> new ReentrantLock());
		acquire(lock, session, monitor);
		try (AwaitedLock held = AwaitedLock.acquire(folder.resolve("session-" + session + ".lock"), limit, monitor)) {
			return work.run();
		} finally {
			lock.unlock();
		}
	}

	private void acquire(ReentrantLock lock, String session, @Nullable IProgressMonitor monitor) throws ProblemException {
		long deadline = System.nanoTime() + limit.toNanos();
		try {
			while (!lock.tryLock(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
				Cancellation.check(monitor);
				if (System.nanoTime() - deadline > 0) {
					throw new ProblemException(AuthProblems.busy("session-" + session));
				}
			}
		} catch (InterruptedException e) {
			throw Cancellation.interrupted(e);
		}
	}

	/** What is done under the lock. */
	public interface Work<T> {
		T run() throws ProblemException;
	}
}
