package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

/** Gives out the access token of a session while it is good, else a refreshed one. */
final class TokenRefresh {
	/** Refreshed early, so that a token does not expire on the way; but not earlier than a fifth of a short life. */
	private static final Duration EARLY = Duration.ofMinutes(2);

	private final Services services;
	private final ProviderDescription description;

	TokenRefresh(Services services, ProviderDescription description) {
		this.services = services;
		this.description = description;
	}

	AuthProvider.Grant credential(Session session, CredentialRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<Secret> access = session.secret(SessionMaker.ACCESS);
		if (access.isPresent() && !request.refused() && request.claims().isEmpty() && isGood(session, services.clock())) {
			return new AuthProvider.Grant(token(session, request, access.get()), Optional.empty());
		}
		Session fresh = refreshed(session, request.binding().principal(), monitor);
		return new AuthProvider.Grant(token(fresh, request, fresh.secrets().get(SessionMaker.ACCESS)), Optional.of(fresh));
	}

	private Session refreshed(Session session, String principal, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<Secret> refresh = session.secret(SessionMaker.REFRESH);
		Optional<URI> endpoint = session.attribute(SessionMaker.TOKEN_URI).flatMap(Endpoints::https);
		if (refresh.isEmpty() || endpoint.isEmpty()) {
			throw new ProblemException(SignInProblems.expired(principal));
		}
		BackChannel channel = new BackChannel(services.http(), ClientSettings.trust(description), monitor);
		try {
			TokenAnswer answer = new TokenEndpoint(channel, endpoint.get(), session.issuer(), ClientCredentials.of(session, description, services.branding()))
					.refresh(refresh.get());
			if (answer.idToken().isPresent() && !answer.idToken().get().use(text -> IdTokenCheck.isSameUser(text, session.subject()))) {
				throw new ProblemException(SignInProblems.idToken(session.issuer(), "sub"));
			}
			return new SessionMaker(services.clock()).refreshed(session, answer);
		} catch (TokenEndpoint.RefusedException e) {
			throw new ProblemException(services.errors().problem(e.error(), session.issuer(), principal));
		}
	}

	private static Credential token(Session session, CredentialRequest request, Secret access) {
		return new Credential.BearerToken(request.binding().mailbox(), access, expires(session).orElse(session.refreshed()));
	}

	private static boolean isGood(Session session, Clock clock) {
		Optional<Instant> expires = expires(session);
		if (expires.isEmpty()) {
			return false;
		}
		Duration life = Duration.between(session.refreshed(), expires.get());
		Duration early = life.dividedBy(5).compareTo(EARLY) < 0 ? life.dividedBy(5) : EARLY;
		return clock.instant().isBefore(expires.get().minus(early));
	}

	private static Optional<Instant> expires(Session session) {
		try {
			return session.attribute(SessionMaker.EXPIRES).map(Instant::parse);
		} catch (DateTimeException e) {
			return Optional.empty(); // treated as expired
		}
	}
}
