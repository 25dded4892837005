package org.postkontor.auth.microsoft.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.postkontor.net.Trust;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonObject;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

/**
 * MSAL's way out, for one operation: through {@link HttpService}, to the cloud's login host only, with limits. MSAL gets to see
 * good answers only; everything else leaves it as an exception, so that it neither retries nor throttles nor remembers.
 */
final class TokenChannel implements IHttpClient {
	private static final Duration TIMEOUT = Duration.ofSeconds(20);
	private static final int MAX_BYTES = 1 << 18;
	private static final Set<String> SECRETS = Set.of("code", "refresh_token", "code_verifier", "device_code");

	private final HttpService http;
	private final Cloud cloud;
	private final Optional<String> claims;
	private final @Nullable IProgressMonitor monitor;
	private volatile Optional<TokenAnswer> last = Optional.empty();

	/** @param claims a challenge that goes along with every token request */
	TokenChannel(HttpService http, Cloud cloud, Optional<String> claims, @Nullable IProgressMonitor monitor) {
		this.http = http;
		this.cloud = cloud;
		this.claims = claims;
		this.monitor = monitor;
	}

	/** What the token endpoint gave last; empty if everything came from the cache. */
	Optional<TokenAnswer> last() {
		return last;
	}

	@Override
	public IHttpResponse send(@Nullable HttpRequest request) throws ProblemException, RefusedException {
		if (request == null) {
			throw new IllegalArgumentException("request");
		}
		URI uri = URI.create(request.url().toString());
		if (!"https".equals(uri.getScheme()) || !cloud.loginHost().equals(uri.getAuthority())) {
			throw new IllegalStateException("only " + cloud.loginHost() + " is asked for tokens");
		}
		String body = Claims.added(request.body() == null ? "" : request.body(), uri.getPath().endsWith("/token") ? claims : Optional.empty());
		HttpReply reply = http.send(new HttpCall(request.httpMethod().name(), uri, request.headers(), body.getBytes(StandardCharsets.UTF_8), TIMEOUT,
				MAX_BYTES, HttpCall.Redirects.NONE, Trust.PUBLIC), monitor);
		Optional<JsonObject> json = TokenAnswer.object(reply.text());
		if (reply.status() != 200 || json.isEmpty() || !isGood(uri, json.get())) {
			Optional<OAuthError> error = OAuthError.parse(reply.status(), reply.text(), secrets(body));
			if (error.isPresent()) {
				throw new RefusedException(error.get());
			}
			throw new ProblemException(SignInProblems.answer(cloud.issuer(), reply.status()));
		}
		HttpResponse response = new HttpResponse();
		response.statusCode(200);
		response.addHeaders(reply.headers());
		response.body(reply.text());
		return response;
	}

	private boolean isGood(URI uri, JsonObject json) {
		if (!uri.getPath().endsWith("/token")) {
			return true;
		}
		Optional<TokenAnswer> answer = TokenAnswer.parse(json);
		last = answer;
		return answer.isPresent();
	}

	private static List<Secret> secrets(String form) {
		List<Secret> secrets = new ArrayList<>();
		for (String pair : form.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0 && SECRETS.contains(pair.substring(0, equals))) {
				secrets.add(Secret.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
			}
		}
		return secrets;
	}
}
