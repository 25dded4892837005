package org.postkontor.auth.internal.vault;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on in memory when there is no usable keyring at all. A locked keyring is not that: then one has to wait. Once in
 * memory it stays there until the program ends, so that no session is split between the two.
 */
public final class FallbackTokenVault implements TokenVault {
	private static final Logger LOG = LoggerFactory.getLogger(FallbackTokenVault.class);

	private final TokenVault encrypted;
	private volatile @Nullable MemoryTokenVault memory;

	public FallbackTokenVault(TokenVault encrypted) {
		this.encrypted = encrypted;
	}

	@Override
	public Optional<Session> read(String id) throws ProblemException {
		return either(vault -> vault.read(id));
	}

	@Override
	public void write(Session session) throws ProblemException {
		either(vault -> {
			vault.write(session);
			return true;
		});
	}

	@Override
	public void remove(String id) throws ProblemException {
		encrypted.remove(id); // needs no key, and a file must not outlive a sign-out
		either(vault -> {
			vault.remove(id);
			return true;
		});
	}

	@Override
	public List<Session> sessions() throws ProblemException {
		return either(TokenVault::sessions);
	}

	@Override
	public State state() {
		return memory != null ? State.SESSION_ONLY : encrypted.state();
	}

	private <T> T either(Work<T> work) throws ProblemException {
		MemoryTokenVault inMemory = memory;
		if (inMemory == null) {
			try {
				return work.on(encrypted);
			} catch (ProblemException e) {
				if (!"auth.keyring-missing".equals(e.problem().id())) {
					throw e;
				}
				LOG.warn("No usable keyring: sign-ins are kept in memory until the program ends", e);
				inMemory = fallBack();
			}
		}
		return work.on(inMemory);
	}

	private synchronized MemoryTokenVault fallBack() {
		MemoryTokenVault inMemory = memory;
		if (inMemory == null) {
			inMemory = new MemoryTokenVault();
			memory = inMemory;
		}
		return inMemory;
	}

	private interface Work<T> {
		T on(TokenVault vault) throws ProblemException;
	}
}
