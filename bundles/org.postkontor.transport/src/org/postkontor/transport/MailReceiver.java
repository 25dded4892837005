package org.postkontor.transport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.problem.ProblemException;

/** Opens receiving connections of one protocol. OSGi service, thread-safe. */
public interface MailReceiver {
	Protocol protocol();

	/** As {@link MailSender#connect}. */
	ReceiveConnection connect(Endpoint endpoint, Credential credential, @Nullable IProgressMonitor monitor) throws ProblemException;
}
