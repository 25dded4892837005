package org.postkontor.auth.microsoft.internal;

import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.OAuthErrors;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** What an error of Microsoft means: as everywhere, with Microsoft's own word for a refused device code. */
final class MicrosoftErrors {
	private final OAuthErrors errors;

	MicrosoftErrors(Explanations explanations) {
		this.errors = new OAuthErrors(explanations);
	}

	Problem problem(OAuthError error, Cloud cloud, String principal) {
		OAuthError known = "authorization_declined".equals(error.error()) ? new OAuthError(error.status(), "access_denied", error.suberror(),
				error.codes(), error.description(), error.trace(), error.claims()) : error;
		Problem problem = errors.problem(known, cloud.issuer(), principal);
		return cloud.verified() ? problem : problem.detail("cloud", cloud.id() + " (unverified)");
	}

	ProblemException thrown(OAuthError error, Cloud cloud, String principal) {
		return new ProblemException(problem(error, cloud, principal));
	}
}
