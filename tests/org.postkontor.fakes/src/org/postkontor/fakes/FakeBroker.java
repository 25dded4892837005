package org.postkontor.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Hands out numbered tokens, fails as told. */
public final class FakeBroker implements SignInBroker {
	public final Queue<Problem> failures = new ConcurrentLinkedQueue<>();
	public final List<String> events = new CopyOnWriteArrayList<>();
	/** Why there is no token that satisfies a challenge. */
	public volatile Optional<Problem> afterChallenge = Optional.empty();
	/** The token with a number, counted from 1. */
	public volatile IntFunction<String> tokens = number -> "token" + number;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile Instant issued = Instant.parse("2026-11-01T00:00:00Z");
	private volatile int token = 1;

	@Override
	public Credential credential(AuthBinding binding, Resource resource, Interaction interaction, IProgressMonitor monitor) throws ProblemException {
		events.add("credential " + resource.protocol() + " " + interaction);
		Problem failure = failures.poll();
		if (failure != null) {
			throw new ProblemException(failure);
		}
		return new Credential.BearerToken(binding.mailbox(), Secret.of(tokens.apply(token)), Instant.MAX);
	}

	@Override
	public void challenged(AuthBinding binding, Resource resource, String claims) {
		events.add("challenged " + claims);
		token++;
		afterChallenge.ifPresent(failures::add);
	}

	@Override
	public void refused(AuthBinding binding, Resource resource, String challenge) {
		events.add("refused " + challenge);
		token++;
	}

	public void signedInAgain(Instant at) {
		issued = at;
		listeners.forEach(Runnable::run);
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
		return Optional.of(new Session("s", "password", "i", "c", binding.principal(), List.of(), Set.of(), Set.of(), issued, issued, Map.of(), Map.of()));
	}

	@Override
	public List<Waiting> waiting() {
		return List.of();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		listeners.add(onChange);
		return () -> listeners.remove(onChange);
	}
}
