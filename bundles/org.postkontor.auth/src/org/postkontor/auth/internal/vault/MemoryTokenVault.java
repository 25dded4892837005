package org.postkontor.auth.internal.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;

/** Keeps sessions until the program ends, where no keyring can be used. */
final class MemoryTokenVault implements TokenVault {
	private final Map<String, Session> sessions = new ConcurrentHashMap<>();

	@Override
	public Optional<Session> read(String id) {
		return Optional.ofNullable(sessions.get(id));
	}

	@Override
	public void write(Session session) {
		sessions.put(session.id(), session);
	}

	@Override
	public void remove(String id) {
		sessions.remove(id);
	}

	@Override
	public List<Session> sessions() {
		return List.copyOf(sessions.values());
	}

	@Override
	public State state() {
		return State.SESSION_ONLY;
	}
}
