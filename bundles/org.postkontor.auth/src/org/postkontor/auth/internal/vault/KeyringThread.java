package org.postkontor.auth.internal.vault;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.problem.ProblemException;

/**
 * The one thread that touches secure storage: it is not thread-safe, and a locked keyring may hold a call for as long as
 * its user is away. Who waits gives up after a limit; the call itself goes on, and the next one who asks gets its answer.
 */
final class KeyringThread<T> implements AutoCloseable {
	private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
		Thread daemon = new Thread(work, "postkontor-keyring");
		daemon.setDaemon(true);
		return daemon;
	});
	private final Duration limit;
	private @Nullable Future<T> pending;

	KeyringThread(Duration limit) {
		this.limit = limit;
	}

	/** Always called with the same work, since a call may get the answer of an earlier one. */
	T call(Callable<T> work) throws ProblemException {
		Future<T> future = pending(work);
		try {
			T answer = future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
			forget(future);
			return answer;
		} catch (TimeoutException e) {
			throw new ProblemException(AuthProblems.keyringLocked(), e);
		} catch (InterruptedException e) {
			throw Cancellation.interrupted(e);
		} catch (ExecutionException e) {
			forget(future);
			throw problem(e.getCause());
		}
	}

	private synchronized Future<T> pending(Callable<T> work) {
		Future<T> running = pending;
		if (running == null) {
			running = thread.submit(work);
			pending = running;
		}
		return running;
	}

	private synchronized void forget(Future<T> done) {
		if (pending == done) {
			pending = null;
		}
	}

	private static ProblemException problem(@Nullable Throwable cause) {
		if (cause instanceof ProblemException known) {
			return new ProblemException(known.problem(), known);
		}
		if (cause instanceof LinkageError) {
			return new ProblemException(AuthProblems.keyringMissing(), cause); // libsecret or its JNI library is not installed
		}
		if (cause instanceof VirtualMachineError fatal) {
			throw fatal;
		}
		return new ProblemException(AuthProblems.keyringRefused(), cause); // removed node, race inside the store
	}

	@Override
	public void close() {
		thread.shutdownNow();
	}
}
