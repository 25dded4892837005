package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.CrashPoint;
import org.postkontor.store.Database;
import org.postkontor.store.NetworkHome;
import org.postkontor.store.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Table, files and locks of the inbox, opened. Thread-safe. */
final class InboxStore implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(InboxStore.class);

	private final Path folder;
	private final PrivateFiles disk;
	private final Database database;
	private final MailTable mails;
	private final MailFiles files;
	private final AccountLocks locks;

	InboxStore(Path folder, PrivateFiles disk) throws ProblemException {
		this.folder = folder;
		this.disk = disk;
		try {
			disk.folder(folder);
			disk.folder(folder.resolve("mail"));
		} catch (IOException e) {
			throw InboxProblems.STORAGE.storage(folder, e);
		}
		NetworkHome.refuse(folder, InboxProblems.STORAGE);
		database = Database.open(folder.resolve("inbox.db"), InboxSchema.TABLES, disk, InboxProblems.STORAGE, CrashPoint.NONE);
		mails = new MailTable(database);
		files = new MailFiles(folder.resolve("mail"), disk);
		locks = new AccountLocks(folder, disk);
	}

	Database database() {
		return database;
	}

	MailTable mails() {
		return mails;
	}

	MailFiles files() {
		return files;
	}

	AccountLocks locks() {
		return locks;
	}

	/** Makes durable that there are the folders of an account and the table, in which its mails are durable. */
	void forceFolders(AccountId account) throws ProblemException {
		files.force(account);
		try {
			disk.forceFolder(folder.resolve("mail"));
			disk.forceFolder(folder);
			disk.forceFolder(folder.getParent());
		} catch (IOException e) {
			throw InboxProblems.STORAGE.storage(folder, e);
		}
	}

	@Override
	public void close() {
		for (AutoCloseable part : new AutoCloseable[] { locks, database }) {
			try {
				part.close();
			} catch (Exception e) {
				LOG.warn("closing failed", e);
			}
		}
	}
}
