package org.postkontor.net.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Waits for answers until the deadline, the user, or an interrupt ends it: whichever comes first closes the connection. */
final class HttpExchange {
	private static final long POLL_MILLIS = 50;

	private final @Nullable IProgressMonitor monitor;
	private volatile boolean expired;
	private volatile @Nullable CompletableFuture<?> running;

	HttpExchange(@Nullable IProgressMonitor monitor) {
		this.monitor = monitor;
	}

	/** The time for the whole exchange is over. Any thread. */
	void expire() {
		expired = true;
		CompletableFuture<?> future = running;
		if (future != null) {
			future.cancel(true);
		}
	}

	/** From now on the end of the time ends this request. */
	void expect(CompletableFuture<?> future) {
		running = future;
		look();
	}

	/** Ends the request if nobody wants it any more. Whoever writes looks here now and then. */
	void look() {
		CompletableFuture<?> future = running;
		IProgressMonitor user = monitor;
		if (future != null && (expired || user != null && user.isCanceled())) {
			future.cancel(true);
		}
	}

	/** @throws ExecutionException with what went wrong with the connection */
	<T> T await(CompletableFuture<T> future, String host) throws ProblemException, ExecutionException {
		expect(future);
		try {
			while (true) {
				check(host);
				try {
					return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException e) {
					continue;
				} catch (ExecutionException e) {
					check(host); // a connection that we closed may fail before it is cancelled
					throw e;
				} catch (CancellationException e) {
					check(host);
					throw cancelled();
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw cancelled();
		} finally {
			future.cancel(true);
		}
	}

	private void check(String host) throws ProblemException {
		if (expired) {
			throw new ProblemException(Problem.of("net.timeout", ProblemKind.TIMEOUT, Fixer.TIME, Remedy.RETRY).with("host", host));
		}
		IProgressMonitor user = monitor;
		if (user != null && user.isCanceled()) {
			throw cancelled();
		}
	}

	private static ProblemException cancelled() {
		return new ProblemException(Problem.of("net.cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
	}
}
