package org.postkontor.testkit.peer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Says at which event a ready-made peer misbehaves, and how. Events are named in the peer's own documentation and
 * counted from 1 over all its connections. May be changed while the peer runs; thread-safe.
 */
public final class FaultPlan {

	private final Map<String, Integer> counts = new HashMap<>();
	private final Map<String, Map<Integer, Reaction>> nth = new HashMap<>();
	private final Map<String, Reaction> every = new HashMap<>();

	/** At the {@code n}-th {@code event} from the start of the peer. */
	public synchronized FaultPlan on(String event, int n, Reaction reaction) {
		nth.computeIfAbsent(key(event), name -> new HashMap<>()).put(n, reaction);
		return this;
	}

	/** At the next {@code event} only. */
	public synchronized FaultPlan next(String event, Reaction reaction) {
		return on(event, count(event) + 1, reaction);
	}

	/** At every {@code event} that has no plan of its own. */
	public synchronized FaultPlan always(String event, Reaction reaction) {
		every.put(key(event), reaction);
		return this;
	}

	/** Forgets all plans; counts stay. */
	public synchronized FaultPlan clear() {
		nth.clear();
		every.clear();
		return this;
	}

	/** How often {@code event} happened. */
	public synchronized int count(String event) {
		return counts.getOrDefault(key(event), 0);
	}

	/** Counts the event and does what is planned; true if the peer must not answer any more. */
	boolean meets(String event, Conversation conversation) throws IOException {
		Reaction reaction = happened(event);
		return reaction != null && reaction.react(conversation);
	}

	/** Counts the event; the plan for it, or null. */
	synchronized Reaction happened(String event) {
		int n = counts.merge(key(event), 1, Integer::sum);
		Reaction planned = nth.getOrDefault(key(event), Map.of()).get(n);
		return planned != null ? planned : every.get(key(event));
	}

	private static String key(String event) {
		return event.toUpperCase(Locale.ROOT);
	}
}
