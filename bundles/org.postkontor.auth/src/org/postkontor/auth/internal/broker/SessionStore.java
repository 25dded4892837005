package org.postkontor.auth.internal.broker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.problem.ProblemException;

/**
 * The vault, plus what it could not take: a refreshed session whose rotated token could not be written (disk full) is
 * kept in memory and written before anything else is done with it, since the stored token is worthless by then. Called
 * under the session's lock.
 */
public final class SessionStore {
	private final TokenVault vault;
	private final Map<String, Session> unsaved = new ConcurrentHashMap<>();

	SessionStore(TokenVault vault) {
		this.vault = vault;
	}

	public Optional<Session> read(String id) throws ProblemException {
		Session rescued = unsaved.get(id);
		if (rescued != null) {
			Optional<Session> stored = vault.read(id);
			if (stored.isPresent() && stored.get().refreshed().isAfter(rescued.refreshed())) {
				unsaved.remove(id); // another process signed in meanwhile
				return stored;
			}
			write(rescued);
			return Optional.of(rescued);
		}
		return vault.read(id);
	}

	public void write(Session session) throws ProblemException {
		unsaved.put(session.id(), session);
		vault.write(session);
		unsaved.remove(session.id());
	}

	public void remove(String id) throws ProblemException {
		unsaved.remove(id);
		vault.remove(id);
	}
}
