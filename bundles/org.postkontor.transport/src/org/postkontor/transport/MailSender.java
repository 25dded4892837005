package org.postkontor.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.problem.ProblemException;

/** Opens sending connections of one protocol. OSGi service, thread-safe. */
public interface MailSender {
	Protocol protocol();

	/**
	 * Connects, verifies TLS, authenticates.
	 *
	 * @throws ProblemException nothing was sent; kind CREDENTIAL_REFUSED carries the server's decoded answer as detail
	 *                          {@code reply}; NETWORK, TIMEOUT, CERTIFICATE, SERVER, CONFIGURATION, CANCELLED
	 */
	SendConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException;
}
