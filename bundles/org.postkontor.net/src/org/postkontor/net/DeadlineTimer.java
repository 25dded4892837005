package org.postkontor.net;

import java.time.Duration;

/** The one source of time-outs, so that tests own time. OSGi service, thread-safe. */
public interface DeadlineTimer {
	/**
	 * Runs {@code onExpiry} once after {@code delay} on a daemon thread unless the returned deadline is closed before.
	 * {@code onExpiry} must be short (close a socket).
	 */
	Deadline start(Duration delay, Runnable onExpiry);

	/** A running deadline; closing it twice is harmless. */
	interface Deadline extends AutoCloseable {
		@Override
		void close();
	}
}
