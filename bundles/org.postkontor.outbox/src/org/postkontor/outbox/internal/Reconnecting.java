package org.postkontor.outbox.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInBroker;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.ServerAnswer;

/** Connects with a credential fetched before; a refused one is renewed once, since more would lock the account out. */
final class Reconnecting {
	private final SignInBroker broker;
	private final Endpoint endpoint;
	private final @Nullable IProgressMonitor monitor;
	private final boolean renews;
	private boolean renewed;

	/** @param renews false to leave a refused credential to somebody else */
	Reconnecting(SignInBroker broker, Endpoint endpoint, @Nullable IProgressMonitor monitor, boolean renews) {
		this.renews = renews;
		this.broker = broker;
		this.endpoint = endpoint;
		this.monitor = monitor;
	}

	/** Opens a connection of some protocol. */
	interface Opening<C> {
		C open(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException;
	}

	<C> C connect(Opening<C> opening) throws ProblemException {
		try {
			return opening.open(endpoint, credential(), monitor);
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.CREDENTIAL_REFUSED || !renew(e.problem())) {
				throw e;
			}
			return opening.open(endpoint, credential(), monitor);
		}
	}

	/** A refused credential is the caller's business: {@link #connect} deals with it when the result is asked for. */
	<C> C connectOnce(Opening<C> opening) throws ProblemException {
		return opening.open(endpoint, credential(), monitor);
	}

	/**
	 * Tells the broker that the credential was refused, and for what; false if that was done before without success since, or is
	 * somebody else's business.
	 */
	boolean renew(Problem refusal) {
		if (renewed || !renews) {
			return false;
		}
		renewed = true;
		Optional<String> claims = ServerAnswer.claims(refusal);
		if (claims.isPresent()) {
			broker.challenged(endpoint.auth(), Resource.of(endpoint), claims.get());
		} else {
			broker.refused(endpoint.auth(), Resource.of(endpoint), ServerAnswer.of(refusal));
		}
		return true;
	}

	/** The credential worked. */
	void succeeded() {
		renewed = false;
	}

	private Credential credential() throws ProblemException {
		return broker.credential(endpoint.auth(), Resource.of(endpoint), Interaction.FORBIDDEN, monitor);
	}
}
