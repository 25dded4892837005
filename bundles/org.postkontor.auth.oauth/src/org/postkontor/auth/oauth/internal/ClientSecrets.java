package org.postkontor.auth.oauth.internal;

import java.util.Optional;

import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

/**
 * Gets the client secret for one sign-in: from the office's branding file, else from the stored sign-in, else from the
 * person. One that is refused is asked for again, so that a secret that ended never blocks a sign-in.
 */
final class ClientSecrets {
	private static final int QUESTIONS = 3;

	private final ClientSettings client;
	private final String provider;
	private final SignInPrompt prompt;
	private ClientCredentials credentials;
	private int asked;

	private ClientSecrets(ClientSettings client, String provider, SignInPrompt prompt, ClientCredentials credentials) {
		this.client = client;
		this.provider = provider;
		this.prompt = prompt;
		this.credentials = credentials;
	}

	/** Asks before the browser opens, if a secret is needed and not known. */
	static ClientSecrets of(ClientSettings client, String provider, IssuerMetadata metadata, Optional<Secret> stored, SignInPrompt prompt)
			throws ProblemException {
		Optional<Secret> known = client.secret().or(() -> stored);
		ClientSecrets secrets = new ClientSecrets(client, provider, prompt,
				new ClientCredentials(client.clientId(), known, ClientCredentials.method(client.authMethod(), metadata.authMethods())));
		if (known.isEmpty() && !client.authMethod().equals(ClientCredentials.NONE)) {
			secrets.ask();
		}
		return secrets;
	}

	ClientCredentials credentials() {
		return credentials;
	}

	/** One request; again with a new secret when the provider does not take the one that a person once entered. */
	<T> T trying(Attempt<T> attempt) throws ProblemException, TokenEndpoint.RefusedException {
		while (true) {
			try {
				return attempt.run(credentials);
			} catch (TokenEndpoint.RefusedException e) {
				boolean entered = client.secret().isEmpty() && !client.authMethod().equals(ClientCredentials.NONE);
				if (!"invalid_client".equals(e.error().error()) || !entered || asked >= QUESTIONS) {
					throw e;
				}
				ask();
			}
		}
	}

	private void ask() throws ProblemException {
		boolean retry = credentials.secret().isPresent();
		asked++;
		Secret entered = prompt.askClientSecret(new SignInPrompt.ClientSecretRequest(provider, client.issuer(), client.clientId(), retry));
		if (entered.isEmpty()) {
			throw new ProblemException(SignInProblems.cancelled());
		}
		credentials = credentials.with(entered);
	}

	interface Attempt<T> {
		T run(ClientCredentials with) throws ProblemException, TokenEndpoint.RefusedException;
	}
}
