package org.postkontor.inbox;

/**
 * Keeps the inbox up to date in the background: each account that receives is watched over one connection, see
 * {@link Inbox#watch}, with a new one as soon as the account, its sign-in, the network or its proxies have changed or the
 * computer has slept. Shows nothing and asks nobody: what needs a sign-in waits for it, a refused credential is not shown to the
 * server again before, and everything else is tried again every quarter of an hour. OSGi service, thread-safe. Does nothing until
 * it is started; the window starts it, the command line does not.
 */
public interface InboxUpdater extends AutoCloseable {
	/** Starts daemon threads and returns at once. Starting twice is no error. */
	void start();

	/** Ends the threads and their connections within a few seconds. It can be started again. */
	@Override
	void close();
}
