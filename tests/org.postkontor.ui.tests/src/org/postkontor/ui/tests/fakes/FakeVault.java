package org.postkontor.ui.tests.fakes;

import java.util.List;
import java.util.Optional;

import org.postkontor.auth.Session;
import org.postkontor.auth.TokenVault;

/** Says how secrets are kept; keeps none. */
public final class FakeVault implements TokenVault {
	private volatile State state = State.ENCRYPTED;

	public void state(State newState) {
		state = newState;
	}

	@Override
	public Optional<Session> read(String id) {
		return Optional.empty();
	}

	@Override
	public void write(Session session) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void remove(String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Session> sessions() {
		return List.of();
	}

	@Override
	public State state() {
		return state;
	}
}
