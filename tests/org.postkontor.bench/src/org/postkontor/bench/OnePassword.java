package org.postkontor.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.UserChoice;

/** A broker that always has the password, so that no vault is measured. */
final class OnePassword implements SignInBroker {

	@Override
	public Credential credential(AuthBinding binding, Resource resource, Interaction interaction, IProgressMonitor monitor) {
		return Office.credential();
	}

	@Override
	public void challenged(AuthBinding binding, Resource resource, String claims) {
		throw new AssertionError("no claims expected");
	}

	@Override
	public void refused(AuthBinding binding, Resource resource, String challenge) {
		throw new IllegalStateException("the benchmark's own server refused: " + challenge);
	}

	@Override
	public Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SignedOut signOut(Account account, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Session> session(AuthBinding binding) {
		return Optional.empty();
	}

	@Override
	public List<Waiting> waiting() {
		return List.of();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return () -> {
		};
	}
}
