package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.loopback.LoopbackReceiver;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.OAuthErrors;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;

/** The authorization code flow with the system browser: RFC 8252, PKCE S256 (RFC 7636), state, nonce, iss (RFC 9207). */
final class BrowserSignIn {
	/** People look for a telephone, a card, a colleague. */
	private static final Duration WAIT = Duration.ofMinutes(30);
	private static final int RANDOM_BYTES = 32;

	private final ProviderDescription description;
	private final ClientSettings client;
	private final IssuerMetadata metadata;
	private final TokenEndpoint endpoint;
	private final OAuthErrors errors;

	BrowserSignIn(ProviderDescription description, ClientSettings client, IssuerMetadata metadata, TokenEndpoint endpoint,
			OAuthErrors errors) {
		this.description = description;
		this.client = client;
		this.metadata = metadata;
		this.endpoint = endpoint;
		this.errors = errors;
	}

	SignedIn run(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		State state = new State(RANDOM_BYTES);
		Nonce nonce = new Nonce(RANDOM_BYTES);
		CodeVerifier verifier = new CodeVerifier();
		String host = description.settings().getOrDefault("redirectHost", "localhost");
		String principal = request.binding().principal();
		try (LoopbackReceiver receiver = LoopbackReceiver.open(host, "/", Secret.of(state.getValue()), Locale.getDefault())) {
			URI url = url(principal, receiver.redirectUri(), state, nonce, verifier);
			prompt.openBrowser(new SignInPrompt.BrowserRequest(url, description.label(), principal, client.mailScopes(), receiver::paste));
			Secret code = code(receiver.await(WAIT, monitor), principal);
			prompt.done();
			return new SignedIn(endpoint.code(code, receiver.redirectUri(), verifier), Optional.of(nonce.getValue()));
		} catch (TokenEndpoint.RefusedException e) {
			throw new ProblemException(errors.problem(e.error(), client.issuer(), principal));
		}
	}

	private URI url(String principal, URI redirect, State state, Nonce nonce, CodeVerifier verifier) {
		AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.clientId()))
				.endpointURI(metadata.authorize()).redirectionURI(redirect).state(state)
				.scope(new Scope(client.scopes(metadata).toArray(String[]::new))).codeChallenge(verifier, CodeChallengeMethod.S256)
				.customParameter("nonce", nonce.getValue()).customParameter("login_hint", principal);
		for (Map.Entry<String, List<String>> more : URLUtils.parseParameters(description.settings().getOrDefault("parameters", "")).entrySet()) {
			request = request.customParameter(more.getKey(), more.getValue().toArray(String[]::new));
		}
		return request.build().toURI();
	}

	/** The answer carries our state; still it must come from the provider that was asked, not from a mixed-up one. */
	private Secret code(Map<String, String> answer, String principal) throws ProblemException {
		String issuer = answer.get("iss");
		if (issuer == null ? metadata.issParameter() : !issuer.equals(client.issuer())) {
			throw new ProblemException(OAuthProblems.forged(client.issuer(), issuer == null ? "no iss" : "iss"));
		}
		Secret code = Secret.of(answer.getOrDefault("code", ""));
		if (answer.containsKey("error") || code.isEmpty()) {
			throw new ProblemException(errors.problem(OAuthError.of(answer, List.of(code)), client.issuer(), principal));
		}
		return code;
	}
}
