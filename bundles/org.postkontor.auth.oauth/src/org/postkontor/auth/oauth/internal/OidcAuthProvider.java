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
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.RegistrationFindings;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;

import com.nimbusds.oauth2.sdk.token.RefreshToken;

/** OAuth 2.0 and OpenID Connect as its description declares. */
final class OidcAuthProvider implements AuthProvider, RegistrationCheck {
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
		OidcSignIn signIn = open(request, monitor);
		signIn.requireDeviceCode(prompt);
		return signIn.run(request, signIn.secrets(request, prompt), prompt);
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

	@Override
	public List<Finding> check(SignInRequest request, SignInPrompt prompt, @Nullable IProgressMonitor monitor) {
		RegistrationFindings findings = new RegistrationFindings();
		try {
			new RegistrationSteps(open(request, monitor), request, prompt, findings).run();
		} catch (ProblemException e) {
			findings.failed(Step.ENDPOINTS, e.problem());
		}
		return findings.list();
	}

	private OidcSignIn open(SignInRequest request, @Nullable IProgressMonitor monitor) throws ProblemException {
		ClientSettings client = ClientSettings.of(description, services.branding(), request);
		return new OidcSignIn(description, client, new MetadataSource(services.http()).read(description, client, monitor), services, monitor);
	}
}
