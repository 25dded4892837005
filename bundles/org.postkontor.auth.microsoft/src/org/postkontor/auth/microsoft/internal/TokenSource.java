package org.postkontor.auth.microsoft.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

import com.microsoft.aad.msal4j.IAuthenticationResult;

/** Tokens without a person: from the session's cache while they are good, else by its refresh token. */
final class TokenSource {
	private final Services services;
	private final SessionMaker maker;
	private final @Nullable IProgressMonitor monitor;

	TokenSource(Services services, @Nullable IProgressMonitor monitor) {
		this.services = services;
		this.maker = new SessionMaker(services.clock());
		this.monitor = monitor;
	}

	/** @param session the changed one if the token endpoint was asked; @param answer what it gave then */
	record Silent(Secret token, Session session, Optional<TokenAnswer> given) {
		TokenAnswer answer() {
			return given.orElseThrow();
		}
	}

	AuthProvider.Grant credential(Session session, CredentialRequest request) throws ProblemException {
		Cloud cloud = SessionMaker.cloud(session);
		Rights rights = Rights.of(cloud, request.binding(), request.resource());
		String principal = request.binding().principal();
		try {
			boolean due = request.refused() || request.claims().isPresent() || !maker.isGood(session, rights);
			Silent silent = silent(session, rights, due, request.claims(), principal);
			Credential credential = new Credential.BearerToken(request.binding().mailbox(), silent.token(), maker.expires(silent.session(), rights));
			return new AuthProvider.Grant(credential, silent.given().map(answer -> silent.session()));
		} catch (RefusedException e) {
			throw services.errors().thrown(e.error(), cloud, principal);
		}
	}

	/** @param due asks the token endpoint even if MSAL's clock says that the token is good */
	Silent silent(Session session, Rights rights, boolean due, Optional<String> claims, String principal) throws ProblemException, RefusedException {
		ProblemException expired = new ProblemException(SignInProblems.expired(principal));
		Secret cache = session.secret(SessionMaker.CACHE).orElseThrow(() -> expired);
		String format = session.attribute(SessionMaker.CACHE_FORMAT).orElse("");
		ProblemException unreadable = new ProblemException(MicrosoftProblems.sessionFormat(principal, format));
		if (!format.equals(SessionMaker.FORMAT)) {
			throw unreadable;
		}
		Cloud cloud = SessionMaker.cloud(session);
		String authority = session.attribute(SessionMaker.AUTHORITY).orElse(cloud.issuer() + "/common/");
		TokenChannel channel = new TokenChannel(services.http(), cloud, claims, monitor);
		try (MsalApp app = restored(new MsalApp(cloud, authority, session.clientId(), rights.https(), channel), cache, unreadable)) {
			IAuthenticationResult result = app.silent(session.subject(), rights, due, expired);
			Session changed = channel.last().map(answer -> maker.with(session, rights, answer, app.cache())).orElse(session);
			return new Silent(Secret.of(result.accessToken()), changed, channel.last());
		}
	}

	private static MsalApp restored(MsalApp app, Secret cache, ProblemException unreadable) throws ProblemException {
		String json = cache.use(text -> text);
		return app.restored(json, unreadable);
	}
}
