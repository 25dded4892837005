package org.postkontor.example.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Signs in with a ticket that the office hands out, entered once. Keeps nothing: the broker stores the session. */
public final class TicketAuthProvider implements AuthProvider {
	private static final String TICKET = "ticket";
	private final Clock clock = Clock.systemUTC();

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		String provider = request.binding().provider();
		String user = request.binding().principal();
		if (monitor != null && monitor.isCanceled()) {
			throw problem("cancelled", ProblemKind.CANCELLED, user);
		}
		Secret ticket = prompt.askPassword(new SignInPrompt.PasswordRequest(provider, user, "tickets.example.org", request.previous().isPresent()));
		if (ticket.isEmpty()) {
			throw problem("cancelled", ProblemKind.CANCELLED, user);
		}
		prompt.done();
		String id = UUID.nameUUIDFromBytes((provider + " " + user.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8)).toString();
		Instant now = clock.instant();
		return new Session(id, provider, "ticket:example.org", "", user, List.of(user), Set.of(), Set.of(), now, now, Map.of(TICKET, ticket), Map.of());
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, IProgressMonitor monitor) throws ProblemException {
		Optional<Secret> ticket = session.secret(TICKET);
		if (ticket.isEmpty() || request.refused()) {
			throw problem("needed", ProblemKind.SIGN_IN_NEEDED, session.subject());
		}
		return new Grant(new Credential.Password(session.subject(), ticket.get()), Optional.empty());
	}

	@Override
	public void revoke(Session session, IProgressMonitor monitor) {
		// a ticket ends by itself
	}

	private static ProblemException problem(String name, ProblemKind kind, String user) {
		return new ProblemException(Problem.of("example.ticket-" + name, kind, Fixer.USER, Remedy.SIGN_IN).with("principal", user));
	}
}
