package org.postkontor.transport;

import java.util.OptionalLong;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.message.OutgoingMessage;

/** An open, authenticated connection that sends one mail after the other. Not thread-safe, but {@link #abort} is. */
public interface SendConnection extends AutoCloseable {
	/**
	 * Sends the frozen bytes to the given recipients of the envelope (those not delivered yet).
	 * Never throws for what can go wrong with servers and networks: the outcome says it.
	 *
	 * @param handOver told before the mail can possibly be accepted; if it throws, the mail is not handed over
	 */
	SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, @Nullable IProgressMonitor monitor);

	/** True if another mail may be tried on this connection. */
	boolean isUsable();

	/** False while nobody knows whether the server takes the credential, because it sees it only together with a mail. */
	default boolean isAuthenticated() {
		return true;
	}

	/** Largest mail the server says it takes (RFC 1870), if it says so. */
	OptionalLong maxSize();

	/** Server, TLS version and cipher, in one line. */
	String description();

	/** Who is at the other end, for the transmission log. Protocols with a connection for each mail know it all after the first. */
	default Peer peer() {
		return Peer.of(description(), "", "", "");
	}

	/** Ends the TCP connection at once, from any thread. */
	void abort();

	/** Says goodbye within a few seconds; never throws. */
	@Override
	void close();
}
