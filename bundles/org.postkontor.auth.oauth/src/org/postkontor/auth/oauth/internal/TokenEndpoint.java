package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.Secret;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;
import org.postkontor.auth.spi.OAuthError;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceCode;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;

/** The requests at the token and revocation endpoints, of a public client or with a client secret. */
final class TokenEndpoint {
	/** When the provider does not say how long a token lives (RFC 6749 only recommends that it does). */
	private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);

	private final BackChannel channel;
	private final URI token;
	private final String issuer;
	private final ClientCredentials client;

	TokenEndpoint(BackChannel channel, URI token, String issuer, ClientCredentials client) {
		this.channel = channel;
		this.token = token;
		this.issuer = issuer;
		this.client = client;
	}

	/** Thrown for an {@code error} answer; the caller knows what it means for what it asked. */
	static final class RefusedException extends Exception {
		private static final long serialVersionUID = 1L;
		private final transient OAuthError error;

		RefusedException(OAuthError error) {
			super(error.error());
			this.error = error;
		}

		OAuthError error() {
			return error;
		}
	}

	TokenAnswer code(Secret code, URI redirect, CodeVerifier verifier) throws ProblemException, RefusedException {
		return ask(code.use(text -> new AuthorizationCodeGrant(new AuthorizationCode(text), redirect, verifier)),
				List.of(code, Secret.of(verifier.getValue())));
	}

	TokenAnswer refresh(Secret refresh) throws ProblemException, RefusedException {
		return ask(refresh.use(text -> new RefreshTokenGrant(new RefreshToken(text))), List.of(refresh));
	}

	TokenAnswer device(DeviceCode code, CodeVerifier verifier) throws ProblemException, RefusedException {
		return ask(new DeviceCodeGrant(code), Map.of("code_verifier", List.of(verifier.getValue())),
				List.of(Secret.of(code.getValue()), Secret.of(verifier.getValue())));
	}

	/** RFC 7009. */
	void revoke(URI endpoint, Token which) throws ProblemException {
		HTTPResponse response = channel.send(revocation(endpoint, which).toHTTPRequest());
		if (response.getStatusCode() != 200) {
			throw new ProblemException(SignInProblems.answer(issuer, response.getStatusCode()));
		}
	}

	private TokenRevocationRequest revocation(URI endpoint, Token which) {
		return client.authentication().map(authentication -> new TokenRevocationRequest(endpoint, authentication, which))
				.orElseGet(() -> new TokenRevocationRequest(endpoint, client.clientId(), which));
	}

	private TokenRequest request(AuthorizationGrant grant, Map<String, List<String>> more) {
		TokenRequest.Builder request = client.authentication().map(authentication -> new TokenRequest.Builder(token, authentication, grant))
				.orElseGet(() -> new TokenRequest.Builder(token, client.clientId(), grant));
		more.forEach((name, values) -> request.customParameter(name, values.toArray(String[]::new)));
		return request.build();
	}

	private TokenAnswer ask(AuthorizationGrant grant, List<Secret> ofGrant) throws ProblemException, RefusedException {
		return ask(grant, Map.of(), ofGrant);
	}

	/** @param more parameters beyond those of the grant */
	private TokenAnswer ask(AuthorizationGrant grant, Map<String, List<String>> more, List<Secret> ofGrant) throws ProblemException, RefusedException {
		HTTPResponse response = channel.send(request(grant, more).toHTTPRequest());
		List<Secret> secrets = new ArrayList<>(ofGrant);
		secrets.addAll(client.secrets());
		int status = response.getStatusCode();
		if (status != 200) {
			Optional<OAuthError> error = OAuthError.parse(status, String.valueOf(response.getBody()), secrets);
			if (error.isPresent()) {
				throw new RefusedException(error.get());
			}
			throw new ProblemException(SignInProblems.answer(issuer, status));
		}
		try {
			return answer(AccessTokenResponse.parse(response));
		} catch (ParseException e) { // a portal's page, for example; the message may quote it, so it is no cause
			throw new ProblemException(SignInProblems.answer(issuer, status));
		}
	}

	private static TokenAnswer answer(AccessTokenResponse response) {
		com.nimbusds.oauth2.sdk.token.AccessToken access = response.getTokens().getAccessToken();
		RefreshToken refresh = response.getTokens().getRefreshToken();
		Object idToken = response.getCustomParameters().get("id_token");
		com.nimbusds.oauth2.sdk.Scope scope = access.getScope();
		return new TokenAnswer(Secret.of(access.getValue()), refresh == null ? Optional.empty() : Optional.of(Secret.of(refresh.getValue())),
				idToken instanceof String text ? Optional.of(Secret.of(text)) : Optional.empty(),
				access.getLifetime() > 0 ? Duration.ofSeconds(access.getLifetime()) : UNKNOWN_LIFETIME,
				scope == null ? Set.of() : Set.copyOf(scope.toStringList()), refreshLifetime(response));
	}

	/** Not in a standard; Google tells it for applications in "testing", others for each session. Zero: no end. */
	private static Optional<Duration> refreshLifetime(AccessTokenResponse response) {
		for (String name : List.of("refresh_token_expires_in", "refresh_expires_in")) {
			if (response.getCustomParameters().get(name) instanceof Number seconds && seconds.longValue() > 0) {
				return Optional.of(Duration.ofSeconds(seconds.longValue()));
			}
		}
		return Optional.empty();
	}
}
