package org.postkontor.check.tests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Gives out numbered tokens or a password; notes who was refused and that nobody was to be asked. */
final class FakeBroker implements SignInBroker {
	static final String TOKEN = "ya29.a0ARrdaM-this-is-a-bearer-token-and-must-never-be-seen-anywhere-0123456789abcdef";
	static final Instant EXPIRES = Instant.parse("2030-01-01T00:00:00Z");

	final List<String> refused = new ArrayList<>();
	final List<String> claims = new ArrayList<>();
	final List<Interaction> interactions = new ArrayList<>();
	boolean signedIn = true;
	/** Nothing is left to refresh with once a credential was refused. */
	boolean lostWhenRefused;
	boolean password;

	@Override
	public Credential credential(AuthBinding binding, Resource resource, Interaction interaction, IProgressMonitor monitor) throws ProblemException {
		interactions.add(interaction);
		if (!signedIn || lostWhenRefused && !refused.isEmpty()) {
			throw new ProblemException(Problem.of("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN));
		}
		return password ? new Credential.Password(binding.mailbox(), Secret.of(TOKEN))
				: new Credential.BearerToken(binding.mailbox(), Secret.of(TOKEN + refused.size()), EXPIRES);
	}

	@Override
	public void challenged(AuthBinding binding, Resource resource, String newClaims) {
		claims.add(newClaims);
	}

	@Override
	public void refused(AuthBinding binding, Resource resource, String challenge) {
		refused.add(challenge);
	}

	@Override
	public Optional<Session> session(AuthBinding binding) {
		return Optional.of(new Session("s", "oauth", "https://login.example.test", "client", "subject", List.of("anna@example.test"),
				Set.of("mail.read"), Set.of(), EXPIRES, EXPIRES, Map.of("refresh", Secret.of(TOKEN)), Map.of()));
	}

	@Override
	public Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new AssertionError("the account test signs nobody in");
	}

	@Override
	public SignedOut signOut(Account account, IProgressMonitor monitor) {
		throw new AssertionError("the account test signs nobody out");
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
