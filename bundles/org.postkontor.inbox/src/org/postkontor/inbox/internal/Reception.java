package org.postkontor.inbox.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInBroker;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ServerAnswer;

/** How mails are received for one account. */
record Reception(Endpoint endpoint, MailReceiver receiver, SignInBroker broker) {
	/** Finds it anew, since accounts change. */
	@FunctionalInterface
	interface Source {
		/** @throws ProblemException kind CONFIGURATION if there is none */
		Reception get() throws ProblemException;
	}

	/** The credential is fetched before connecting; a refused one is renewed once, since more would lock the account out. */
	ReceiveConnection connect(@Nullable IProgressMonitor monitor) throws ProblemException {
		try {
			return receiver.connect(endpoint, credential(monitor), monitor);
		} catch (ProblemException e) {
			if (e.problem().kind() != ProblemKind.CREDENTIAL_REFUSED) {
				throw e;
			}
			broker.refused(endpoint.auth(), Resource.of(endpoint), ServerAnswer.of(e.problem()));
			return receiver.connect(endpoint, credential(monitor), monitor);
		}
	}

	private Credential credential(@Nullable IProgressMonitor monitor) throws ProblemException {
		return broker.credential(endpoint.auth(), Resource.of(endpoint), Interaction.FORBIDDEN, monitor);
	}
}
