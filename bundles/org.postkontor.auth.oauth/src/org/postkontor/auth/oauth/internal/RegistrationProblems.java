package org.postkontor.auth.oauth.internal;

import java.util.List;

import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.OAuthErrors;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * The mistakes of a registration, each with what an administrator has to change.
 *
 * @param redirect what has to be registered
 */
record RegistrationProblems(ClientSettings client, IssuerMetadata metadata, OAuthErrors errors, String redirect, String principal) {
	private static final String SECRET_DEMANDED = "oauth.secret-demanded";
	private static final String GENERAL = "auth.client-refused";

	ProblemException clientNotKnown(int status) {
		return new ProblemException(mistake("auth.client-not-known").detail("status", status));
	}

	ProblemException redirectRefused(int status) {
		return new ProblemException(mistake("auth.redirect-refused").detail("status", status));
	}

	ProblemException pageRefused(int status) {
		return new ProblemException(mistake("auth.sign-in-page-refused").detail("status", status));
	}

	ProblemException clientOrSecret(OAuthError error) {
		return refined(error, "auth.client-or-secret");
	}

	ProblemException secretDemanded(OAuthError error) {
		return refined(error, SECRET_DEMANDED);
	}

	ProblemException secretRefused(OAuthError error) {
		return refined(error, "auth.client-secret-refused");
	}

	ProblemException noRefreshToken() {
		return new ProblemException(mistake("auth.no-refresh-token").detail("scope", String.join(" ", client.scopes(metadata))));
	}

	/** As explained for every sign-in. */
	ProblemException of(OAuthError error) {
		return new ProblemException(scopes(explained(error)));
	}

	/** Some say that as an invalid request; the catalogue knows their words. */
	boolean isSecretDemanded(OAuthError error) {
		return SECRET_DEMANDED.equals(explained(error).id());
	}

	/** An endpoint in trouble says nothing about a client. */
	void requireAvailable(OAuthError error) throws ProblemException {
		Problem problem = explained(error);
		if (problem.kind() == ProblemKind.SERVER && problem.fixer() == Fixer.TIME) {
			throw new ProblemException(problem);
		}
	}

	/** Which rights were asked for, and which of them the provider does not list. */
	Problem scopes(Problem problem) {
		List<String> unlisted = client.mailScopes().stream().filter(scope -> !metadata.scopes().isEmpty() && !metadata.scopes().contains(scope)).toList();
		Problem asked = problem.detail("scope", String.join(" ", client.scopes(metadata)));
		return unlisted.isEmpty() ? asked : asked.detail("unlisted", String.join(" ", unlisted));
	}

	/** Where the provider's words say nothing more exact. */
	private ProblemException refined(OAuthError error, String id) {
		Problem problem = explained(error);
		return new ProblemException(
				problem.id().equals(GENERAL) ? new Problem(id, problem.kind(), problem.fixer(), problem.remedy(), problem.values(), problem.details()) : problem);
	}

	private Problem explained(OAuthError error) {
		return errors.problem(error, client.issuer(), principal).with("client", client.clientId());
	}

	private Problem mistake(String id) {
		return Problem.of(id, ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP).with("issuer", client.issuer())
				.with("client", client.clientId()).with("redirect", redirect);
	}
}
