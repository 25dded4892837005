package org.postkontor.auth.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.LockFile;
import org.postkontor.store.PrivateFiles;

/**
 * A lock against other processes of the user that is waited for. Within one process it must be guarded by a lock of its
 * own, since closing any channel of a file frees the process' locks on it (POSIX).
 */
public final class AwaitedLock implements AutoCloseable {
	private static final long POLL_MILLIS = 20;

	private final LockFile lock;

	private AwaitedLock(LockFile lock) {
		this.lock = lock;
	}

	/** @throws ProblemException BUSY after {@code limit}, CANCELLED, or STORAGE */
	public static AwaitedLock acquire(Path file, Duration limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		long deadline = System.nanoTime() + limit.toNanos();
		PrivateFiles files = new PrivateFiles();
		try {
			files.folder(file.toAbsolutePath().getParent());
			LockFile lock = new LockFile(file, files);
			try {
				while (lock.tryAcquire().isEmpty()) {
					Cancellation.check(monitor);
					if (System.nanoTime() - deadline > 0) {
						throw new ProblemException(AuthProblems.busy(String.valueOf(file.getFileName())));
					}
					Cancellation.pause(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
				}
				return new AwaitedLock(lock);
			} catch (ProblemException | IOException e) {
				lock.close();
				throw e;
			}
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.vaultUnwritable(file), e);
		}
	}

	@Override
	public void close() throws ProblemException {
		try {
			lock.close();
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.busy("close"), e);
		}
	}
}
