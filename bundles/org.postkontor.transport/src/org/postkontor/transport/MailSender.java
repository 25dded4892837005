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
	 * Connects, verifies TLS, authenticates. Where the server sees a credential only together with a mail, nothing happens
	 * before the first mail; see {@link SendConnection#isAuthenticated()}.
	 *
	 * @throws ProblemException nothing was sent; kind CREDENTIAL_REFUSED carries the server's decoded answer as detail
	 *                          {@code reply}; NETWORK, TIMEOUT, CERTIFICATE, SERVER, CONFIGURATION, CANCELLED
	 */
	SendConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException;

	/**
	 * Whether the recipients travel apart from the mail (RFC 5321, 2.3.1). If not, the server delivers to whom the address
	 * lines name: they are rebuilt from the recipients, {@link HandOver#rebuilt} tells it, all open recipients go in one mail,
	 * and a mail that some recipients have already is not sent without a person's decision.
	 */
	default boolean carriesEnvelope() {
		return true;
	}

	/** Whether the server puts a copy into Sent by itself, so that nobody else has to. */
	default boolean filesCopy() {
		return false;
	}
}
