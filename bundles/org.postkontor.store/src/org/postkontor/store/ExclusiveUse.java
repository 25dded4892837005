package org.postkontor.store;

import java.io.IOException;
import java.nio.file.Path;

import org.postkontor.problem.ProblemException;

/** A {@link LockFile} whose answers are problems of a topic. Thread-safe; never waits. */
public final class ExclusiveUse implements AutoCloseable {
	private final Path file;
	private final LockFile lock;
	private final StorageProblems problems;

	/** @param file in an existing folder */
	public ExclusiveUse(Path file, PrivateFiles files, StorageProblems problems) {
		this.file = file;
		this.problems = problems;
		lock = new LockFile(file, files);
	}

	/** Frees the lock when closed. */
	public interface Held extends AutoCloseable {
		@Override
		void close() throws ProblemException;
	}

	/** @throws ProblemException kind BUSY if somebody else holds it, STORAGE if the file cannot be used */
	public Held acquire() throws ProblemException {
		try {
			LockFile.Held held = lock.tryAcquire().orElseThrow(problems::busy);
			return () -> release(held);
		} catch (IOException e) {
			throw problems.storage(file, e);
		}
	}

	private void release(LockFile.Held held) throws ProblemException {
		try {
			held.close();
		} catch (IOException e) {
			throw problems.storage(file, e);
		}
	}

	@Override
	public void close() throws IOException {
		lock.close();
	}
}
