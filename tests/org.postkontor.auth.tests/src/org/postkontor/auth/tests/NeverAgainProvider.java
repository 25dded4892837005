package org.postkontor.auth.tests;

import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Refuses everything. */
record NeverAgainProvider(Problem problem, AtomicInteger asked) implements AuthProvider {
	NeverAgainProvider(Problem problem) {
		this(problem, new AtomicInteger());
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		throw new ProblemException(problem);
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) throws ProblemException {
		asked.incrementAndGet();
		throw new ProblemException(problem);
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) {
		// nothing to revoke
	}
}
