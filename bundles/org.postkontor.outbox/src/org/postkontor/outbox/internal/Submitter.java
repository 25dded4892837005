package org.postkontor.outbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.outbox.OutboxId;
import org.postkontor.store.PrivateFiles;

/**
 * Makes ids that name their process, and shows with a locked file that the process lives: a file without a row is a
 * leftover only if its submitter is dead.
 */
final class Submitter implements AutoCloseable {
	private final Path folder;
	private final PrivateFiles files;
	private final String name;
	private @Nullable FileChannel channel;
	private long lastMillis;
	private int sameMillis;

	Submitter(Path folder, PrivateFiles files, RandomGenerator random) {
		this.folder = folder;
		this.files = files;
		name = String.format("%016x", random.nextLong());
	}

	/** Ids of one process grow, those of several nearly so. The process is marked as alive when this returns. */
	synchronized OutboxId newId(Instant now) throws IOException {
		if (channel == null) {
			FileChannel opened = files.openOrCreate(mark(name));
			opened.lock();
			channel = opened;
		}
		long millis = Math.max(now.toEpochMilli(), lastMillis);
		sameMillis = millis == lastMillis ? sameMillis + 1 : 0;
		lastMillis = millis;
		return new OutboxId(String.format("%012x-%06x-%s", millis, sameMillis, name));
	}

	boolean isAlive(OutboxId id) throws IOException {
		String other = id.value().substring(id.value().lastIndexOf('-') + 1);
		if (other.equals(name)) {
			return true;
		}
		Path mark = mark(other);
		if (Files.notExists(mark)) {
			return false;
		}
		try (FileChannel opened = files.openOrCreate(mark)) {
			@Nullable
			FileLock lock = opened.tryLock();
			if (lock == null) {
				return true;
			}
			Files.deleteIfExists(mark);
			return false;
		} catch (OverlappingFileLockException sameVm) {
			return true;
		}
	}

	private Path mark(String submitter) {
		return folder.resolve(submitter + ".alive");
	}

	@Override
	public synchronized void close() throws IOException {
		FileChannel opened = channel;
		if (opened != null) {
			Files.deleteIfExists(mark(name));
			opened.close();
			channel = null;
		}
	}
}
