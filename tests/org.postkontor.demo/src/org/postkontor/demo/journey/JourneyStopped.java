package org.postkontor.demo.journey;

/** A step did not happen; the message says what was seen instead. */
final class JourneyStopped extends Exception {
	private static final long serialVersionUID = 1L;

	JourneyStopped(String message) {
		super(message);
	}
}
