package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.file.Path;

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

	private final Database database;
	private final MailTable mails;
	private final MailFiles files;
	private final AccountLocks locks;

	InboxStore(Path folder, PrivateFiles disk) throws ProblemException {
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
