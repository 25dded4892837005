package org.postkontor.auth.internal.broker;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Session;

/**
 * What was given out last for each server, in memory until it ends: mail goes on while the disk with the vault is away. It is
 * never refreshed from here, since that needs the vault and its lock.
 */
final class LastCredentials {
	private final Map<Refusals.Key, Given> given = new ConcurrentHashMap<>();
	private final Clock clock;

	LastCredentials(Clock clock) {
		this.clock = clock;
	}

	private record Given(Session session, Credential credential) {
	}

	void given(Refusals.Key key, Session session, Credential credential) {
		given.put(key, new Given(session, credential));
	}

	/** Empty if there is none that is still good, or the binding was edited meanwhile. */
	Optional<Credential> good(Refusals.Key key, AuthBinding binding) {
		return Optional.ofNullable(given.get(key)).filter(last -> CredentialDesk.belongs(binding, last.session)).map(Given::credential).filter(this::isGood);
	}

	/** Refused, or more is demanded of it. */
	void forget(Refusals.Key key) {
		given.remove(key);
	}

	/** Signed in or out. */
	void forget(String session) {
		given.keySet().removeIf(key -> key.session().equals(session));
	}

	private boolean isGood(Credential credential) {
		return switch (credential) {
		case Credential.BearerToken token -> clock.instant().isBefore(token.expires());
		case Credential.Password password -> true;
		};
	}
}
