package org.postkontor.inbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.postkontor.net.NetworkState;

/** Tells when connections may be dead without a word: network or proxies have changed, or the computer has slept. For one thread. */
final class WakeSigns {
	private final NetworkState network;
	private final Clock clock;
	private final Duration sleep;
	private String way;
	private Instant last;

	/** @param sleep longer than between two questions of a computer that is awake */
	WakeSigns(NetworkState network, Clock clock, Duration sleep) {
		this.network = network;
		this.clock = clock;
		this.sleep = sleep;
		way = network.fingerprint();
		last = clock.instant();
	}

	/** Since the last question. */
	boolean seen() {
		String newWay = network.fingerprint();
		Instant now = clock.instant();
		boolean seen = !newWay.equals(way) || Duration.between(last, now).compareTo(sleep) > 0;
		way = newWay;
		last = now;
		return seen;
	}
}
