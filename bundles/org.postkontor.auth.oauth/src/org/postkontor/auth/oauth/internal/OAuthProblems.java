package org.postkontor.auth.oauth.internal;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Problems of OAuth sign-ins that do not come from an {@code error} of the provider (those: {@link org.postkontor.auth.spi.OAuthErrors}). */
final class OAuthProblems {
	private OAuthProblems() {
	}

	static Problem issuerUnknown(String issuer) {
		return Problem.of("auth.issuer-unknown", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT).with("issuer", issuer);
	}

	static Problem metadata(String issuer, String reason) {
		return Problem.of("auth.metadata", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.RETRY).with("issuer", issuer).detail("reason", reason);
	}

	static Problem deviceUnsupported(String issuer) {
		return Problem.of("auth.device-unsupported", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.SIGN_IN).with("issuer", issuer);
	}

	static Problem forged(String issuer, String reason) {
		return Problem.of("auth.response-forged", ProblemKind.SERVER, Fixer.OFFICE_IT, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}
}
