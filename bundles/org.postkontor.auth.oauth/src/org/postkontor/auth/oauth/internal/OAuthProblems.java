package org.postkontor.auth.oauth.internal;

import java.time.Duration;
import java.time.Instant;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Problems of OAuth sign-ins that do not come from an {@code error} of the provider (those: {@link org.postkontor.auth.spi.OAuthErrors}). */
final class OAuthProblems {
	private OAuthProblems() {
	}

	static Problem clientUnknown(String issuer) {
		return Problem.of("auth.client-unknown", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP).with("issuer", issuer);
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

	static Problem deviceExpired() {
		return Problem.of("auth.device-expired", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN);
	}

	static Problem answer(String issuer, int status) {
		return Problem.of("auth.provider-answer", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).with("issuer", issuer).detail("status", status);
	}

	static Problem forged(String issuer, String reason) {
		return Problem.of("auth.response-forged", ProblemKind.SERVER, Fixer.OFFICE_IT, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}

	static Problem idToken(String issuer, String reason) {
		return Problem.of("auth.id-token", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}

	static Problem clockWrong(String issuer, Instant providerTime, Instant ownTime) {
		Duration offset = Duration.between(providerTime, ownTime);
		Duration off = offset.abs();
		return Problem.of("auth.clock-wrong", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.CHECK_CLOCK).with("issuer", issuer)
				.with("offset", String.format("%s%d:%02d:%02d", offset.isNegative() ? "-" : "+", off.toHours(), off.toMinutesPart(), off.toSecondsPart()))
				.detail("provider", providerTime).detail("computer", ownTime);
	}

	static Problem rightsMissing(String principal, String scopes) {
		return Problem.of("auth.rights-missing", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal)
				.detail("missing", scopes);
	}

	static Problem expired(String principal) {
		return Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal);
	}

	static Problem cancelled() {
		return Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
	}
}
