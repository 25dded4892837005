package org.postkontor.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Finds the addresses of a host within a time limit, which the JDK's own lookup does not know. OSGi service, thread-safe. */
public interface NameLookup {
	/**
	 * All addresses, IPv4 and IPv6, in the order in which they are to be tried; never empty.
	 *
	 * @throws UnknownHostException            if there are none
	 * @throws java.net.SocketTimeoutException if nobody answered in time; {@link ConnectionProblems} knows both
	 */
	List<InetAddress> addresses(String host, Duration limit) throws UnknownHostException, java.net.SocketTimeoutException;
}
