package org.postkontor.auth.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/**
 * A lock against other processes of the user. Within one process it must be guarded by a lock of its own, since closing
 * any channel of a file frees the process' locks on it (POSIX).
 */
public final class LockFile implements AutoCloseable {
	private static final long POLL_MILLIS = 20;

	private final FileChannel channel;

	private LockFile(FileChannel channel) {
		this.channel = channel;
	}

	/** @throws ProblemException BUSY after {@code limit}, CANCELLED, or STORAGE */
	public static LockFile acquire(Path file, Duration limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		long deadline = System.nanoTime() + limit.toNanos();
		try {
			FileChannel channel = OwnerOnlyFiles.openLock(file);
			try {
				while (tryLock(channel) == null) {
					Cancellation.check(monitor);
					if (System.nanoTime() - deadline > 0) {
						throw new ProblemException(AuthProblems.busy(String.valueOf(file.getFileName())));
					}
					Cancellation.pause(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
				}
				return new LockFile(channel);
			} catch (ProblemException | IOException e) {
				channel.close();
				throw e;
			}
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.vaultUnwritable(file), e);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		} catch (OverlappingFileLockException e) {
			return null; // somebody else in this process: wait like for another process
		}
	}

	@Override
	public void close() throws ProblemException {
		try {
			channel.close();
		} catch (IOException e) {
			throw new ProblemException(AuthProblems.busy("close"), e);
		}
	}
}
