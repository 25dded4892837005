package org.postkontor.net.internal;

import java.net.IDN;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Component;
import org.postkontor.net.NameLookup;

/**
 * The system's resolver (so that hosts files and the office's DNS count), on a thread of its own since it cannot be
 * interrupted: a late answer is thrown away.
 */
@Component
public final class InetNameLookup implements NameLookup {
	@Override
	public List<InetAddress> addresses(String host, Duration limit) throws UnknownHostException, SocketTimeoutException {
		String ascii = ascii(host);
		FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(ascii));
		Thread.ofPlatform().daemon().name("postkontor-lookup").start(lookup);
		try {
			return List.of(lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS));
		} catch (TimeoutException e) {
			throw late(host);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw late(host);
		} catch (ExecutionException e) {
			UnknownHostException unknown = new UnknownHostException(host);
			unknown.initCause(e.getCause());
			throw unknown;
		}
	}

	private static String ascii(String host) throws UnknownHostException {
		try {
			// literals and names in ASCII stay as they are
			return host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
		} catch (IllegalArgumentException e) {
			throw new UnknownHostException(host);
		}
	}

	private static SocketTimeoutException late(String host) {
		return new SocketTimeoutException("name lookup of " + host);
	}
}
