package org.postkontor.auth.microsoft.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.loopback.LoopbackReceiver;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.Prompt;

/**
 * The authorization code flow with the system browser and our loopback receiver: RFC 8252, PKCE S256 (RFC 7636), state, nonce.
 * The answer comes in the query, not as a form, so that its address can be pasted.
 */
final class BrowserSignIn {
	/** People look for a telephone, a card, a colleague. */
	static final Duration WAIT = Duration.ofMinutes(30);

	private final MsalApp app;
	private final List<Rights> rights;

	/** @param rights the first one is redeemed; the others are only agreed to */
	BrowserSignIn(MsalApp app, List<Rights> rights) {
		this.app = app;
		this.rights = rights;
	}

	SignedIn run(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException, RefusedException {
		String state = Randomness.text();
		String nonce = Randomness.text();
		String verifier = Randomness.text();
		try (LoopbackReceiver receiver = LoopbackReceiver.open("localhost", "/", Secret.of(state), Locale.getDefault())) {
			String redirect = registered(receiver.redirectUri());
			AuthorizationRequestUrlParameters.Builder page = page(request, redirect).state(state).nonce(nonce)
					.codeChallenge(Randomness.challenge(verifier)).codeChallengeMethod("S256");
			List<String> shown = rights.stream().flatMap(each -> each.scopes().stream()).toList();
			prompt.openBrowser(new SignInPrompt.BrowserRequest(app.page(page.build()), "Microsoft", request.binding().principal(), shown, receiver::paste));
			String code = code(receiver.await(WAIT, monitor));
			prompt.done();
			return new SignedIn(redeemed(code, redirect, verifier), java.util.Optional.of(nonce));
		}
	}

	/** Microsoft ignores the port of {@code http://localhost}, but not a path, be it only a slash. */
	static String registered(URI redirect) {
		return redirect.getScheme() + "://" + redirect.getRawAuthority();
	}

	private AuthorizationRequestUrlParameters.Builder page(SignInRequest request, String redirect) {
		Set<String> others = new TreeSet<>();
		rights.stream().skip(1).forEach(more -> others.addAll(more.scopes()));
		AuthorizationRequestUrlParameters.Builder page = AuthorizationRequestUrlParameters.builder(redirect, rights.getFirst().scopes())
				.extraScopesToConsent(others);
		Claims.challenge(request.claims()).ifPresent(page::claimsChallenge);
		if (request.users() == UserChoice.SELECT) {
			return page.prompt(Prompt.SELECT_ACCOUNT);
		}
		page.loginHint(request.binding().principal());
		return request.users() == UserChoice.AGAIN ? page.prompt(Prompt.LOGIN) : page;
	}

	private IAuthenticationResult redeemed(String code, String redirect, String verifier) throws ProblemException, RefusedException {
		AuthorizationCodeParameters parameters = AuthorizationCodeParameters.builder(code, URI.create(redirect)).scopes(rights.getFirst().scopes())
				.codeVerifier(verifier).build();
		return app.run(msal -> msal.acquireToken(parameters));
	}

	private static String code(Map<String, String> answer) throws RefusedException {
		String code = answer.getOrDefault("code", "");
		if (answer.containsKey("error") || code.isEmpty()) {
			throw new RefusedException(OAuthError.of(answer, List.of(Secret.of(code))));
		}
		return code;
	}
}
