package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;

/**
 * One process receives for an account at a time: a lock of the operating system, which a dying process cannot leave
 * behind. Channels stay open, since closing any channel of a file drops all its locks of this VM on some systems.
 */
final class AccountLocks implements AutoCloseable {
	private final Path folder;
	private final PrivateFiles files;
	private final Map<AccountId, FileChannel> channels = new HashMap<>();
	private final Set<AccountId> held = new HashSet<>();

	AccountLocks(Path folder, PrivateFiles files) {
		this.folder = folder;
		this.files = files;
	}

	/** Frees the lock when closed. */
	interface Held extends AutoCloseable {
		@Override
		void close() throws ProblemException;
	}

	/** @throws ProblemException kind BUSY if somebody else receives */
	synchronized Held acquire(AccountId account) throws ProblemException {
		if (held.contains(account)) {
			throw InboxProblems.busy();
		}
		Path file = folder.resolve(account.value() + ".lock");
		try {
			FileChannel channel = channels.get(account);
			if (channel == null) {
				channel = files.openOrCreate(file);
				channels.put(account, channel);
			}
			@Nullable
			FileLock lock = channel.tryLock();
			if (lock == null) {
				throw InboxProblems.busy();
			}
			held.add(account);
			return () -> release(account, lock, file);
		} catch (OverlappingFileLockException sameVm) {
			throw InboxProblems.busy();
		} catch (IOException e) {
			throw InboxProblems.storage(file, e);
		}
	}

	private synchronized void release(AccountId account, FileLock lock, Path file) throws ProblemException {
		held.remove(account);
		try {
			if (lock.acquiredBy().isOpen()) {
				lock.release();
			}
		} catch (IOException e) {
			throw InboxProblems.storage(file, e);
		}
	}

	@Override
	public synchronized void close() throws IOException {
		for (FileChannel channel : channels.values()) {
			channel.close();
		}
		channels.clear();
	}
}
