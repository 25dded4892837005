package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker.Waiting;
import org.postkontor.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for a person: one problem per identity, and who wants to hear about changes. Behind one entry may stand several
 * servers; a success at one of them says nothing about the others, unless somebody has signed in since.
 */
public final class WaitingList {
	private static final Logger LOG = LoggerFactory.getLogger(WaitingList.class);

	private final Map<String, Map<Work, Cause>> waiting = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Clock clock;

	WaitingList(Clock clock) {
		this.clock = clock;
	}

	/**
	 * What could not be done.
	 *
	 * @param resource empty: nothing for a server, the sign-in itself was to be kept alive
	 */
	record Work(String mailbox, Optional<Resource> resource) {
		static Work of(AuthBinding binding, Resource resource) {
			return new Work(binding.mailbox(), Optional.of(resource));
		}

		static Work keepingAlive(AuthBinding binding) {
			return new Work(binding.mailbox(), Optional.empty());
		}
	}

	/** @param signedIn when the person had signed in whose session failed; empty if there was none that can be read */
	private record Cause(Waiting waiting, Optional<Instant> signedIn) {
	}

	/** @param session the stored one, if it can be read */
	void add(AuthBinding binding, Work work, Optional<Session> session, Problem problem) {
		boolean isNew;
		synchronized (waiting) {
			Map<Work, Cause> causes = waiting.computeIfAbsent(identity(binding), identity -> new LinkedHashMap<>());
			isNew = causes.isEmpty();
			Cause known = causes.remove(work); // the latest is the last
			Waiting entry = new Waiting(binding.provider(), binding.principal(), problem, known == null ? clock.instant() : known.waiting.since());
			causes.put(work, new Cause(entry, session.map(Session::issued)));
		}
		if (isNew) {
			changed();
		}
	}

	/** Whether something waits for this identity. */
	boolean concerns(AuthBinding binding) {
		synchronized (waiting) {
			return waiting.containsKey(identity(binding));
		}
	}

	/** Takes away what a success disproves, and says so to the listeners. @param session that it was done with */
	void succeeded(AuthBinding binding, Work work, Optional<Session> session) {
		Optional<Instant> signedIn = session.map(Session::issued);
		boolean isLess;
		synchronized (waiting) {
			Map<Work, Cause> causes = waiting.getOrDefault(identity(binding), new LinkedHashMap<>());
			isLess = causes.entrySet().removeIf(cause -> cause.getKey().equals(work) || !cause.getValue().signedIn.equals(signedIn));
			if (causes.isEmpty()) {
				waiting.remove(identity(binding));
			}
		}
		if (isLess) {
			changed();
		}
	}

	/** Nothing of this identity waits any more. */
	public void remove(AuthBinding binding) {
		synchronized (waiting) {
			waiting.remove(identity(binding));
		}
	}

	public List<Waiting> all() {
		synchronized (waiting) {
			return waiting.values().stream().map(WaitingList::shown).toList();
		}
	}

	public AutoCloseable listen(Runnable onChange) {
		Runnable own = onChange::run; // the same listener may be added twice
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	/** Tells the listeners. */
	public void changed() {
		for (Runnable listener : listeners) {
			try {
				listener.run();
			} catch (RuntimeException e) {
				LOG.error("A listener failed", e);
			}
		}
	}

	/** The latest problem, since the first. */
	private static Waiting shown(Map<Work, Cause> causes) {
		List<Waiting> all = causes.values().stream().map(Cause::waiting).toList();
		Waiting latest = all.getLast();
		return new Waiting(latest.provider(), latest.principal(), latest.problem(),
				all.stream().map(Waiting::since).min(Comparator.naturalOrder()).orElseThrow());
	}

	private static String identity(AuthBinding binding) {
		return binding.provider() + '\n' + UserNames.fold(binding.principal());
	}
}
