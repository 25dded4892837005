package org.postkontor.it.servers;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who sends to somebody for the first time is asked to come again, and may pass the next time. A real one also wants some minutes in between. */
final class Greylist {
	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	String decide(Map<String, String> request) {
		return seen.add(request.get("sender") + " " + request.get("recipient")) ? "451 4.7.1 Greylisted, please try again in 1 second" : "DUNNO";
	}
}
