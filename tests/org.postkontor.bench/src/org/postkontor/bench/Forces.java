package org.postkontor.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.postkontor.store.CrashPoint;
import org.postkontor.store.PrivateFiles;

/** Counts how often the outbox waits for the disk: for a file, for the names in a folder, for a transaction. Thread-safe. */
final class Forces {
	private static final String TRANSACTION = "record-";

	private final AtomicLong count = new AtomicLong();
	private volatile String awaited = "";
	private volatile Runnable then = () -> {
	};

	long count() {
		return count.get();
	}

	PrivateFiles files() {
		return new PrivateFiles() {
			@Override
			public void force(FileChannel channel) throws IOException {
				count.incrementAndGet();
				super.force(channel);
			}

			@Override
			public void forceFolder(Path folder) throws IOException {
				count.incrementAndGet();
				super.forceFolder(folder);
			}
		};
	}

	/** Does something before each transaction of this name. */
	void onTransaction(String label, Runnable work) {
		then = work;
		awaited = label;
	}

	/** Passed just before each commit, which forces the journal of the database once. */
	CrashPoint transactions() {
		return label -> {
			if (label.startsWith(TRANSACTION)) {
				count.incrementAndGet();
				if (label.equals(awaited)) {
					then.run();
				}
			}
		};
	}
}
