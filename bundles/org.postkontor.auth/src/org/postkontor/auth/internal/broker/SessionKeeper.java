package org.postkontor.auth.internal.broker;

import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AuthBinding;
import org.postkontor.auth.Session;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts new sign-ins into the store and takes ended ones out, each under its lock. */
public final class SessionKeeper {
	private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);

	private final Sessions sessions;

	public SessionKeeper(Sessions sessions) {
		this.sessions = sessions;
	}

	/** Stores what a person signed in to; what was granted and approved for this user before, by any account, stays. */
	public void keep(Session session, Set<String> approved, @Nullable IProgressMonitor monitor) throws ProblemException {
		sessions.locks().locked(session.id(), monitor, () -> {
			Session all = stored(session.id()).map(session::after).orElse(session).approved(approved);
			sessions.store().write(all);
			sessions.health().renewed(all);
			sessions.credentials().forget(all.id());
			return all;
		});
	}

	/**
	 * @throws ProblemException if what this binding has stored could not be replaced: then nobody needs to sign in first
	 */
	void requireReplaceable(AuthBinding binding, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<String> id = binding.session().filter(LockingSignInBroker::isId);
		if (id.isPresent()) {
			sessions.locks().locked(id.get(), monitor, () -> stored(id.get()));
		}
	}

	/** The stored sign-in of a binding; empty also if it cannot be read now. */
	Optional<Session> readable(AuthBinding binding) {
		try {
			Optional<String> id = binding.session().filter(LockingSignInBroker::isId);
			return id.isEmpty() ? Optional.empty() : sessions.vault().read(id.get());
		} catch (ProblemException e) {
			LOG.debug("The stored sign-in cannot be read now: {}", e.problem().id());
			return Optional.empty();
		}
	}

	/**
	 * Revokes where that is possible, and removes; a provider that cannot be reached keeps nobody from signing out here.
	 *
	 * @return what to tell the person if the provider did not confirm
	 */
	public Optional<Problem> remove(String id, @Nullable IProgressMonitor monitor) throws ProblemException {
		return sessions.locks().locked(id, monitor, () -> {
			Optional<Session> session = readable(id);
			Optional<Problem> unconfirmed = session.isPresent() ? revoke(session.get(), monitor) : Optional.empty();
			sessions.store().remove(id);
			sessions.health().forget(id);
			sessions.credentials().forget(id);
			return unconfirmed;
		});
	}

	private Optional<Problem> revoke(Session session, @Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			sessions.providers().provider(session.provider()).revoke(session, monitor);
			return Optional.empty();
		} catch (ProblemException e) {
			if (e.problem().kind() == ProblemKind.CANCELLED) {
				throw e;
			}
			LOG.warn("Signed out here, but not revoked at the provider", e);
			return Optional.of(AuthProblems.notRevoked(session, sessions.providers().description(session.provider()), e.problem()));
		}
	}

	/** What cannot be read can be removed; nobody knows any more what would have to be revoked. */
	private Optional<Session> readable(String id) {
		try {
			return sessions.store().read(id);
		} catch (ProblemException e) {
			LOG.warn("Signed out without revoking: the stored sign-in cannot be read", e);
			return Optional.empty();
		}
	}

	/** What cannot be read any more has nothing to add. */
	private Optional<Session> stored(String id) throws ProblemException {
		try {
			return sessions.store().read(id);
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.SIGN_IN_NEEDED) {
				throw e;
			}
			return Optional.empty();
		}
	}
}
