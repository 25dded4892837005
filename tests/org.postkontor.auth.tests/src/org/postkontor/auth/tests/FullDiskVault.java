package org.postkontor.auth.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.problem.ProblemException;

/** Cannot write for a number of times. */
record FullDiskVault(TokenVault vault, AtomicInteger failures) implements TokenVault {
	@Override
	public Optional<Session> read(String id) throws ProblemException {
		return vault.read(id);
	}

	@Override
	public void write(Session session) throws ProblemException {
		if (failures.getAndDecrement() > 0) {
			throw new ProblemException(AuthProblems.vaultUnwritable(Path.of("vault")));
		}
		vault.write(session);
	}

	@Override
	public void remove(String id) throws ProblemException {
		vault.remove(id);
	}

	@Override
	public List<Session> sessions() throws ProblemException {
		return vault.sessions();
	}

	@Override
	public State state() {
		return vault.state();
	}
}
