package org.postkontor.outbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/**
 * One process drains: a lock of the operating system, which a dying process cannot leave behind. The channel stays open,
 * since closing any channel of a file drops all its locks of this VM on some systems.
 */
public final class DrainLock implements AutoCloseable {
	private final Path file;
	private final PrivateFiles files;
	private @Nullable FileChannel channel;
	private boolean held;

	public DrainLock(Path file, PrivateFiles files) {
		this.file = file;
		this.files = files;
	}

	/** Frees the lock when closed. */
	public interface Held extends AutoCloseable {
		@Override
		void close() throws ProblemException;
	}

	/** @throws ProblemException kind BUSY if somebody else drains */
	public synchronized Held acquire() throws ProblemException {
		if (held) {
			throw OutboxProblems.busy();
		}
		try {
			FileChannel opened = channel;
			if (opened == null) {
				opened = files.openOrCreate(file);
				channel = opened;
			}
			@Nullable
			FileLock lock = opened.tryLock();
			if (lock == null) {
				throw OutboxProblems.busy();
			}
			held = true;
			return () -> release(lock);
		} catch (OverlappingFileLockException sameVm) {
			throw OutboxProblems.busy();
		} catch (IOException e) {
			throw OutboxProblems.storage(file, e);
		}
	}

	private synchronized void release(FileLock lock) throws ProblemException {
		held = false;
		try {
			if (lock.acquiredBy().isOpen()) {
				lock.release();
			}
		} catch (IOException e) {
			throw OutboxProblems.storage(file, e);
		}
	}

	@Override
	public synchronized void close() throws IOException {
		FileChannel opened = channel;
		if (opened != null) {
			opened.close();
			channel = null;
		}
	}
}
