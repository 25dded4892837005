package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.ProblemException;

import com.nimbusds.oauth2.sdk.token.RefreshToken;

/** OAuth 2.0 and OpenID Connect as its description declares. */
final class OidcAuthProvider implements AuthProvider {
	private final ProviderDescription description;
	private final Services services;

	OidcAuthProvider(ProviderDescription description, Services services) {
		this.description = description;
		this.services = services;
	}

	@Override
	public Session signIn(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		if (monitor != null && monitor.isCanceled()) {
			throw new ProblemException(SignInProblems.cancelled());
		}
		ClientSettings client = ClientSettings.of(description, services.branding(), request);
		IssuerMetadata metadata = new MetadataSource(services.http()).read(description, client, monitor);
		BackChannel channel = new BackChannel(services.http(), client.trust(), monitor);
		String principal = request.binding().principal();
		if (prompt.prefersDeviceCode() && metadata.device().isEmpty()) {
			throw new ProblemException(OAuthProblems.deviceUnsupported(client.issuer()));
		}
		ClientSecrets secrets = ClientSecrets.of(client, description.label(), metadata, stored(request, client), prompt);
		SignedIn signedIn = prompt.prefersDeviceCode()
				? new DeviceSignIn(client, metadata, channel, secrets, services).run(principal, prompt, monitor)
				: new BrowserSignIn(description, client, metadata, channel, services.errors(), secrets).run(request, prompt, monitor);
		requireRights(client, signedIn.tokens(), principal);
		IdTokenCheck.Identity identity = identity(client, metadata, signedIn, principal, monitor);
		return new SessionMaker(services.clock()).made(request, description.settings(), client, metadata, identity, signedIn);
	}

	@Override
	public Grant credential(Session session, CredentialRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
		return new TokenRefresh(services, description).credential(session, request, monitor);
	}

	@Override
	public void revoke(Session session, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<URI> address = session.attribute(SessionMaker.REVOKE_URI).flatMap(Endpoints::https);
		Optional<URI> token = session.attribute(SessionMaker.TOKEN_URI).flatMap(Endpoints::https);
		Optional<Secret> refresh = session.secret(SessionMaker.REFRESH);
		if (address.isPresent() && token.isPresent() && refresh.isPresent()) {
			BackChannel channel = new BackChannel(services.http(), ClientSettings.trust(description), monitor);
			RefreshToken which = refresh.get().use(RefreshToken::new);
			ClientCredentials client = ClientCredentials.of(session, description, services.branding());
			new TokenEndpoint(channel, token.get(), session.issuer(), client).revoke(address.get(), which);
		}
	}

	/** The client secret that a person entered at an earlier sign-in with the same application. */
	private static Optional<Secret> stored(SignInRequest request, ClientSettings client) {
		return request.previous().filter(session -> session.issuer().equals(client.issuer()) && session.clientId().equals(client.clientId()))
				.flatMap(session -> session.secret(SessionMaker.CLIENT_SECRET));
	}

	/** People can untick single rights on some consent pages; a mail server would then only say "refused". */
	private static void requireRights(ClientSettings client, TokenAnswer tokens, String principal) throws ProblemException {
		List<String> missing = tokens.scopes().isEmpty() ? List.of()
				: client.mailScopes().stream().filter(scope -> !tokens.scopes().contains(scope)).toList();
		if (!missing.isEmpty()) {
			throw new ProblemException(SignInProblems.rightsMissing(principal, String.join(" ", missing)));
		}
	}

	private IdTokenCheck.Identity identity(ClientSettings client, IssuerMetadata metadata, SignedIn signedIn, String principal,
			@Nullable IProgressMonitor monitor) throws ProblemException {
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
