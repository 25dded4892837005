package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.ExclusiveUse;
import org.postkontor.store.PrivateFiles;

/** One process receives for an account at a time. */
final class AccountLocks implements AutoCloseable {
	private final Path folder;
	private final PrivateFiles files;
	private final Map<AccountId, ExclusiveUse> locks = new HashMap<>();

	AccountLocks(Path folder, PrivateFiles files) {
		this.folder = folder;
		this.files = files;
	}

	/** @throws ProblemException kind BUSY if somebody else receives */
	ExclusiveUse.Held acquire(AccountId account) throws ProblemException {
		return lock(account).acquire();
	}

	private synchronized ExclusiveUse lock(AccountId account) {
		ExclusiveUse known = locks.get(account);
		if (known == null) {
			known = new ExclusiveUse(folder.resolve(account.value() + ".lock"), files, InboxProblems.STORAGE);
			locks.put(account, known);
		}
		return known;
	}

	@Override
	public synchronized void close() throws IOException {
		for (ExclusiveUse lock : locks.values()) {
			lock.close();
		}
		locks.clear();
	}
}
