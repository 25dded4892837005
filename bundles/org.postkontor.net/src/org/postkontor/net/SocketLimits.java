package org.postkontor.net;

import java.time.Duration;

/**
 * What a mail server may make us read before it has authenticated us.
 *
 * @param connect          for one address; all addresses of a name are tried, IPv6 and IPv4
 * @param read             for a single read
 * @param maxUnauthenticatedBytes bytes accepted until {@link GuardedSocket#authenticated()} is called
 * @param maxLineBytes     longest line accepted until then
 */
public record SocketLimits(Duration connect, Duration read, int maxUnauthenticatedBytes, int maxLineBytes) {
	/** 10 s to connect, 60 s a read, 64 KiB and 8 KiB before authentication. */
	public static final SocketLimits DEFAULT = new SocketLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), 1 << 16, 1 << 13);
}
