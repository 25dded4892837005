package org.postkontor.outbox;

/**
 * Drains the outbox in the background: when something is submitted or due, when a sign-in or account changes, and when the
 * process that drained before is gone (within five seconds). OSGi service, thread-safe. Does nothing until it is started;
 * the window starts it, the command line does not.
 */
public interface OutboxDispatcher extends AutoCloseable {
	/** Starts one daemon thread and returns at once. Starting twice is no error. */
	void start();

	/** Ends the thread; a mail that is being handed over is waited for, a few seconds at most. It can be started again. */
	@Override
	void close();
}
