package org.postkontor.discovery;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.MailAddress;
import org.postkontor.problem.ProblemException;

/** One place to look for settings. Thread-safe, blocks at most as long as its own time limits. */
public interface DiscoverySource {
	/** Stable id, for example {@code presets}. */
	String id();

	/** Lower comes first when several sources answer. */
	int rank();

	/** Proposals, best first; empty if the source knows nothing about the domain. */
	List<Proposal> find(MailAddress address, @Nullable IProgressMonitor monitor) throws ProblemException;
}
