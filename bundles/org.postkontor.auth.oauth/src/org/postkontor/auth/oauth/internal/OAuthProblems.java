package org.postkontor.auth.oauth.internal;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Problems of OAuth sign-ins that do not come from an {@code error} of the provider (those: {@link org.postkontor.auth.spi.OAuthErrors}). */
final class OAuthProblems {
	private static final int MAX_LENGTH = 200;

	private OAuthProblems() {
	}

	static Problem issuerUnknown(String issuer) {
		return Problem.of("auth.issuer-unknown", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT).with("issuer", issuer);
	}

	static Problem metadata(String issuer, String reason) {
		return Problem.of("auth.metadata", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.RETRY).with("issuer", issuer).detail("reason", reason);
	}

	/** Nothing of it is used: it may be a mix-up. @param told what the document calls itself */
	static Problem otherIssuer(String issuer, String told) {
		return Problem.of("auth.issuer-other", ProblemKind.SERVER, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("issuer", issuer).detail("told", shown(told));
	}

	/** @param reason which endpoint is missing or not https */
	static Problem endpoints(String issuer, String reason) {
		return Problem.of("auth.endpoints", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}

	/** One bounded line. */
	private static String shown(String text) {
		String line = text.replaceAll("\\p{Cntrl}+", " ");
		return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
	}

	static Problem deviceUnsupported(String issuer) {
		return Problem.of("auth.device-unsupported", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.SIGN_IN).with("issuer", issuer);
	}

	static Problem forged(String issuer, String reason) {
		return Problem.of("auth.response-forged", ProblemKind.SERVER, Fixer.OFFICE_IT, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}
}
