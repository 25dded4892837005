package org.postkontor.transport.internal;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the mail library's protocol trace off, also if the embedding application logs everything at the finest level: it
 * would hold tokens and mails. The library names its loggers after the package of our subclass.
 */
public final class QuietProtocolLog {
	/** Held, since the VM forgets the level of a logger that nobody holds. */
	private final Logger logger;

	public QuietProtocolLog(Class<?> subclass) {
		logger = Logger.getLogger(subclass.getPackageName());
		logger.setLevel(Level.INFO);
	}

	/** Name of the logger that is kept quiet. */
	public String name() {
		return String.valueOf(logger.getName());
	}
}
