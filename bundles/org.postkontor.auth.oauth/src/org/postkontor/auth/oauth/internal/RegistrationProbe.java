package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.problem.ProblemException;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

/**
 * What can be found out about a registration without a person: the authorization endpoint asked for a silent sign-in (OpenID
 * Connect Core 1.0, 3.1.2.1), and the token endpoint asked to redeem a code that was never given out: it refuses the code
 * only after it has taken the client (RFC 6749, 3.2.1 and 5.2).
 */
final class RegistrationProbe {
	private static final String PORT = ":49152/";
	private static final Set<Integer> NOT_THERE = Set.of(404, 405, 410, 429);

	private final ClientSettings client;
	private final IssuerMetadata metadata;
	private final HttpService http;
	private final @Nullable IProgressMonitor monitor;
	private final String redirect;

	RegistrationProbe(OidcSignIn signIn) {
		this.client = signIn.client();
		this.metadata = signIn.metadata();
		this.http = signIn.services().http();
		this.monitor = signIn.monitor();
		this.redirect = signIn.description().redirectUri().replaceFirst("/?$", PORT);
	}

	PageAnswer page() throws ProblemException {
		URI page = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.clientId())).endpointURI(metadata.authorize())
				.redirectionURI(URI.create(redirect)).state(new State()).scope(new Scope(client.scopes(metadata).toArray(String[]::new)))
				.codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256).customParameter("prompt", "none").build().toURI();
		HttpCall get = HttpCall.get(page, client.trust());
		HttpReply reply = http.send(
				new HttpCall(get.method(), page, Map.of(), get.body(), get.timeout(), get.maxBytes(), HttpCall.Redirects.NONE, client.trust()), monitor);
		if (NOT_THERE.contains(reply.status()) || reply.status() >= 500) {
			throw new ProblemException(SignInProblems.answer(client.issuer(), reply.status()).detail("address", metadata.authorize()));
		}
		return PageAnswer.of(reply, redirect);
	}

	/** What the token endpoint has against a code that does not exist; empty if nothing, which proves nothing. */
	Optional<OAuthError> token(ClientCredentials credentials) throws ProblemException {
		try {
			new TokenEndpoint(new BackChannel(http, client.trust(), monitor), metadata.token(), client.issuer(), credentials)
					.code(Secret.of(new State().getValue()), URI.create(redirect), new CodeVerifier());
			return Optional.empty();
		} catch (TokenEndpoint.RefusedException e) {
			return Optional.of(e.error());
		}
	}
}
