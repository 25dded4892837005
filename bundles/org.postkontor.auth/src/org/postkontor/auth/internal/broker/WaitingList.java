package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.SignInBroker.Waiting;
import org.postkontor.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for a person: one problem per identity, and who wants to hear about changes. */
public final class WaitingList {
	private static final Logger LOG = LoggerFactory.getLogger(WaitingList.class);

	private final Map<String, Waiting> waiting = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Clock clock;

	WaitingList(Clock clock) {
		this.clock = clock;
	}

	public void add(AuthBinding binding, Problem problem) {
		boolean isNew;
		synchronized (waiting) {
			String identity = identity(binding);
			Waiting known = waiting.get(identity);
			isNew = known == null;
			waiting.put(identity, new Waiting(binding.provider(), binding.principal(), problem, known == null ? clock.instant() : known.since()));
		}
		if (isNew) {
			changed();
		}
	}

	/** No longer waits; says whether it did. */
	public boolean remove(AuthBinding binding) {
		synchronized (waiting) {
			return waiting.remove(identity(binding)) != null;
		}
	}

	public List<Waiting> all() {
		synchronized (waiting) {
			return List.copyOf(waiting.values());
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

	private static String identity(AuthBinding binding) {
		return binding.provider() + '\n' + UserNames.fold(binding.principal());
	}
}
