package org.postkontor.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Exclusive use among all processes of the user and all threads of this one: a lock of the operating system, which a dying
 * process cannot leave behind. The channel stays open until {@link #close()}, since closing any channel of a file drops
 * all its locks of this VM on some systems (POSIX): have one object a file, or guard several with a lock of their own.
 * Thread-safe; never waits.
 */
public final class LockFile implements AutoCloseable {
	private final Path file;
	private final PrivateFiles files;
	private @Nullable FileChannel channel;
	private boolean held;

	/** @param file made at the first use, and never deleted; its folder must exist */
	public LockFile(Path file, PrivateFiles files) {
		this.file = file;
		this.files = files;
	}

	/** Frees the lock when closed. */
	public interface Held extends AutoCloseable {
		@Override
		void close() throws IOException;
	}

	/** @return empty if somebody else holds it, in this process or another */
	public synchronized Optional<Held> tryAcquire() throws IOException {
		if (held) {
			return Optional.empty();
		}
		FileChannel opened = channel;
		if (opened == null) {
			opened = files.openOrCreate(file);
			channel = opened;
		}
		try {
			@Nullable
			FileLock lock = opened.tryLock();
			if (lock == null) {
				return Optional.empty();
			}
			held = true;
			return Optional.of(() -> release(lock));
		} catch (OverlappingFileLockException sameVm) {
			return Optional.empty();
		}
	}

	private synchronized void release(FileLock lock) throws IOException {
		held = false;
		if (lock.acquiredBy().isOpen()) {
			lock.release();
		}
	}

	/** Frees the lock, too. */
	@Override
	public synchronized void close() throws IOException {
		FileChannel opened = channel;
		if (opened != null) {
			opened.close();
			channel = null;
		}
	}
}
