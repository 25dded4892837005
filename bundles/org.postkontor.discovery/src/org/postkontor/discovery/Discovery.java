package org.postkontor.discovery;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.ProblemException;

/** Asks all sources in parallel within 10 seconds and ranks the answers. OSGi service, thread-safe, blocks. */
public interface Discovery {
	/** @throws ProblemException kind CANCELLED only: failing sources are part of the result */
	DiscoveryResult find(MailAddress address, @Nullable IProgressMonitor monitor) throws ProblemException;
}
