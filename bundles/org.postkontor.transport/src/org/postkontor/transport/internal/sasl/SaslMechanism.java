package org.postkontor.transport.internal.sasl;

import java.util.Optional;

/** One SASL exchange from the client's side; made for one connection, used once, by one thread. */
public interface SaslMechanism {
	/** Longest number of challenges that any of our mechanisms answers; a server that asks on is in a loop. */
	int MOST_CHALLENGES = 3;

	/** IANA or vendor name, as on the wire. */
	String name();

	/** False for mechanisms where the server speaks first. */
	default boolean clientFirst() {
		return true;
	}

	/**
	 * The answer to a challenge; for a mechanism where the client speaks first, the first call with an empty challenge
	 * gives the client's message. Secrets leave the vault's wrapper here and nowhere earlier.
	 */
	byte[] answer(byte[] challenge);

	/** What the server said about a refusal inside the exchange, decoded (RFC 7628, 3.2.2: JSON). */
	default Optional<SaslError> serverError() {
		return Optional.empty();
	}
}
