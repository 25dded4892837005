package org.postkontor.inbox;

import org.postkontor.problem.Problem;

/** Who is told what {@link Inbox#watch} sees. Called on the watching thread, which waits meanwhile. */
public interface InboxWatcher {
	/** Mails have come and are in the inbox. @param count more than 0 */
	void received(int count);

	/** The connection is gone, or the server refuses something for now; the watch tries again by itself. Told once until {@link #regained}. */
	void lost(Problem problem);

	/** The connection is there again, and what came meanwhile was told. */
	void regained();
}
