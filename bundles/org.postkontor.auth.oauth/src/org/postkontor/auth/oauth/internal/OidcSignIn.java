package org.postkontor.auth.oauth.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.ProblemException;

/** One sign-in of a person at a provider whose metadata are known: from the question to a checked session. */
record OidcSignIn(ProviderDescription description, ClientSettings client, IssuerMetadata metadata, Services services,
		@Nullable IProgressMonitor monitor) {
	/** Says it before anything is shown. */
	void requireDeviceCode(SignInPrompt prompt) throws ProblemException {
		if (prompt.prefersDeviceCode() && metadata.device().isEmpty()) {
			throw new ProblemException(OAuthProblems.deviceUnsupported(client.issuer()));
		}
	}

	/** Asks for the client secret if one is needed and not known. */
	ClientSecrets secrets(SignInRequest request, SignInPrompt prompt) throws ProblemException {
		return ClientSecrets.of(client, description.label(), metadata, stored(request), prompt);
	}

	Session run(SignInRequest request, ClientSecrets secrets, SignInPrompt prompt) throws ProblemException {
		BackChannel channel = new BackChannel(services.http(), client.trust(), monitor);
		String principal = request.binding().principal();
		SignedIn signedIn = prompt.prefersDeviceCode()
				? new DeviceSignIn(client, metadata, channel, secrets, services).run(principal, prompt, monitor)
				: new BrowserSignIn(description, client, metadata, channel, services.errors(), secrets).run(request, prompt, monitor);
		requireRights(signedIn.tokens(), principal);
		return new SessionMaker(services.clock()).made(request, description.settings(), client, metadata, identity(signedIn, principal), signedIn);
	}

	/** The client secret that a person entered at an earlier sign-in with the same application. */
	private Optional<Secret> stored(SignInRequest request) {
		return request.previous().filter(session -> session.issuer().equals(client.issuer()) && session.clientId().equals(client.clientId()))
				.flatMap(session -> session.secret(SessionMaker.CLIENT_SECRET));
	}

	/** People can untick single rights on some consent pages; a mail server would then only say "refused". */
	private void requireRights(TokenAnswer tokens, String principal) throws ProblemException {
		List<String> missing = tokens.scopes().isEmpty() ? List.of()
				: client.mailScopes().stream().filter(scope -> !tokens.scopes().contains(scope)).toList();
		if (!missing.isEmpty()) {
			throw new ProblemException(SignInProblems.rightsMissing(principal, String.join(" ", missing)));
		}
	}

	private IdTokenCheck.Identity identity(SignedIn signedIn, String principal) throws ProblemException {
		Optional<Secret> idToken = signedIn.tokens().idToken();
		if (!client.identityScopes().contains("openid")) {
			return SessionMaker.unnamed(principal);
		}
		if (idToken.isEmpty() || metadata.keys().isEmpty()) {
			throw new ProblemException(SignInProblems.idToken(client.issuer(), idToken.isEmpty() ? "none" : "no keys"));
		}
		HttpReply keys = services.http().send(HttpCall.get(metadata.keys().get(), client.trust()), monitor);
		if (keys.status() != 200) {
			throw new ProblemException(SignInProblems.answer(client.issuer(), keys.status()));
		}
		return new IdTokenCheck(client.issuer(), client.clientId(), services.clock(), keys.date()).check(idToken.get(), keys.text(), metadata.algorithms(),
				signedIn.nonce());
	}
}
