package org.postkontor.transport;

import java.io.IOException;

/** Journals the moment after which a mail may have been accepted. Called on the sending thread. */
public interface HandOver {
	/**
	 * Called once per mail, after all bytes but the final dot were written. Must be durable (forced to disk) when it returns.
	 * An exception stops the hand-over: the connection is cut and the outcome is {@link SendOutcome.NotSent}.
	 */
	void boundary() throws IOException;

	/** Called for progress, now and then. */
	void progress(long sentBytes);
}
