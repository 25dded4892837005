package org.postkontor.transport;

import java.io.IOException;

/** Journals the moment after which a mail may have been accepted. Called on the sending thread. */
public interface HandOver {
	/**
	 * Called once per mail, after all bytes but the last ones (in SMTP the final dot) were written. Must be durable (forced to disk) when it returns.
	 * An exception stops the hand-over: the connection is cut and the outcome is {@link SendOutcome.NotSent}.
	 */
	void boundary() throws IOException;

	/**
	 * Called before the boundary if the mail that goes out differs from the frozen one in its address lines; to be kept in the
	 * transmission log.
	 *
	 * @param lines names of the changed lines, for example {@code Bcc}
	 */
	default void rebuilt(String lines) {
		// of interest to whoever keeps a log
	}

	/** Called for progress, now and then. */
	void progress(long sentBytes);
}
