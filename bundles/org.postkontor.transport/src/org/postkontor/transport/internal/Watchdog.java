package org.postkontor.transport.internal;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.DeadlineTimer.Deadline;

/**
 * Ends a connection that takes too long or is not wanted any more, and remembers why. A read time-out of the socket is not
 * enough: a server that sends one byte a minute never meets it. Thread-safe.
 */
public final class Watchdog {
	/** Why a connection was ended by us. */
	public enum Cause {
		EXPIRED, CANCELLED, ABORTED
	}

	/** Ends the watching of a monitor. */
	public interface Watch extends AutoCloseable {
		@Override
		void close();
	}

	private static final Duration POLL = Duration.ofMillis(250);

	private final DeadlineTimer timer;
	private final Runnable abort;
	private @Nullable Deadline phase;
	private @Nullable Cause cause;

	/** @param abort closes the socket, from any thread */
	public Watchdog(DeadlineTimer timer, Runnable abort) {
		this.timer = timer;
		this.abort = abort;
	}

	/** Begins a phase that may take {@code limit} at most; ends the one before. */
	public synchronized void phase(Duration limit) {
		rest();
		phase = timer.start(limit, () -> bite(Cause.EXPIRED));
	}

	/** Nothing is waited for. */
	public synchronized void rest() {
		Deadline running = phase;
		phase = null;
		if (running != null) {
			running.close();
		}
	}

	/** Watches for the user's cancellation until the result is closed; ends the running phase then, too. */
	public Watch watch(@Nullable IProgressMonitor monitor) {
		if (monitor == null) {
			return this::rest;
		}
		CancelPoll poll = new CancelPoll(monitor);
		poll.run();
		return () -> {
			poll.close();
			rest();
		};
	}

	/** Ends the connection because somebody wants so. */
	public void abort() {
		bite(Cause.ABORTED);
	}

	/** Why we ended the connection; empty if we did not. The first reason counts. */
	public synchronized Optional<Cause> cause() {
		Cause first = cause;
		return first == null ? Optional.empty() : Optional.of(first);
	}

	private void bite(Cause why) {
		synchronized (this) {
			if (cause == null) {
				cause = why;
			}
		}
		abort.run();
	}

	/** Monitors tell nobody that they were cancelled; they have to be asked. */
	private final class CancelPoll implements Runnable {
		private final IProgressMonitor monitor;
		private @Nullable Deadline next;
		private boolean closed;

		CancelPoll(IProgressMonitor monitor) {
			this.monitor = monitor;
		}

		@Override
		public void run() {
			boolean cancelled = monitor.isCanceled();
			synchronized (this) {
				if (closed) {
					return;
				}
				closed = cancelled;
				next = cancelled ? null : timer.start(POLL, this);
			}
			if (cancelled) {
				bite(Cause.CANCELLED);
			}
		}

		synchronized void close() {
			closed = true;
			Deadline waiting = next;
			if (waiting != null) {
				waiting.close();
			}
		}
	}
}
