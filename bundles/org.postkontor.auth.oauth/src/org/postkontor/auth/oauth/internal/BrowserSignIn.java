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
import org.postkontor.auth.UserChoice;
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
	private final BackChannel channel;
	private final OAuthErrors errors;
	private final ClientSecrets secrets;

	BrowserSignIn(ProviderDescription description, ClientSettings client, IssuerMetadata metadata, BackChannel channel, OAuthErrors errors,
			ClientSecrets secrets) {
		this.description = description;
		this.client = client;
		this.metadata = metadata;
		this.channel = channel;
		this.errors = errors;
		this.secrets = secrets;
	}

	/** A second round asks for consent anew, since some providers give a refresh token only with the first one. */
	SignedIn run(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		SignedIn signedIn = round(request, false, prompt, monitor);
		if (signedIn.tokens().refresh().isEmpty() && wantsRefresh()) {
			signedIn = round(request, true, prompt, monitor);
		}
		prompt.done();
		return signedIn;
	}

	/** One time through the browser. @param consent whether the provider is to ask for consent though it was given before */
	SignedIn round(SignInRequest request, boolean consent, SignInPrompt prompt, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		State state = new State(RANDOM_BYTES);
		Nonce nonce = new Nonce(RANDOM_BYTES);
		CodeVerifier verifier = new CodeVerifier();
		String host = description.settings().getOrDefault("redirectHost", "localhost");
		String principal = request.binding().principal();
		try (LoopbackReceiver receiver = LoopbackReceiver.open(host, "/", Secret.of(state.getValue()), Locale.getDefault())) {
			URI url = url(request, consent, receiver.redirectUri(), state, nonce, verifier);
			prompt.openBrowser(new SignInPrompt.BrowserRequest(url, description.label(), principal, client.mailScopes(), receiver::paste));
			Secret code = code(receiver.await(WAIT, monitor), principal);
			TokenAnswer tokens = secrets.trying(
					with -> new TokenEndpoint(channel, metadata.token(), client.issuer(), with).code(code, receiver.redirectUri(), verifier));
			return new SignedIn(tokens, Optional.of(nonce.getValue()), secrets.credentials());
		} catch (TokenEndpoint.RefusedException e) {
			throw new ProblemException(errors.problem(e.error(), client.issuer(), principal));
		}
	}

	private boolean wantsRefresh() {
		return client.scopes(metadata).contains("offline_access") || parameters().containsKey("access_type");
	}

	private Map<String, List<String>> parameters() {
		return URLUtils.parseParameters(description.settings().getOrDefault("parameters", ""));
	}

	private URI url(SignInRequest asked, boolean consent, URI redirect, State state, Nonce nonce, CodeVerifier verifier) {
		AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.clientId()))
				.endpointURI(metadata.authorize()).redirectionURI(redirect).state(state)
				.scope(new Scope(client.scopes(metadata).toArray(String[]::new))).codeChallenge(verifier, CodeChallengeMethod.S256)
				.customParameter("nonce", nonce.getValue());
		if (asked.users() != UserChoice.SELECT) {
			request = request.customParameter("login_hint", asked.binding().principal());
		}
		Optional<String> value = new Prompts(description.settings().get("prompts")).of(asked.users(), consent);
		if (value.isPresent()) {
			request = request.customParameter("prompt", value.get());
		}
		if (asked.claims().isPresent()) { // OpenID Connect Core 1.0, 5.5
			request = request.customParameter("claims", asked.claims().get());
		}
		for (Map.Entry<String, List<String>> more : parameters().entrySet()) {
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
