package org.postkontor.auth.microsoft.internal;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Problems that do not come from an {@code error} of Microsoft (those: {@link org.postkontor.auth.spi.OAuthErrors}). */
final class MicrosoftProblems {
	private MicrosoftProblems() {
	}

	static Problem clientUnknown(String issuer) {
		return Problem.of("auth.client-unknown", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP).with("issuer", issuer);
	}

	static Problem cloudClosed(String host) {
		return Problem.of("auth.microsoft.cloud-closed", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("host", host);
	}

	static Problem cloudUnknown(String cloud) {
		return Problem.of("auth.microsoft.cloud-unknown", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("cloud", cloud);
	}

	static Problem tenantInvalid(String tenant) {
		return Problem.of("auth.microsoft.tenant-invalid", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("tenant", tenant);
	}

	static Problem noOrganisation(String address) {
		return Problem.of("auth.microsoft.no-organisation", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.SIGN_IN).with("address", address);
	}

	static Problem sessionFormat(String principal, String format) {
		return Problem.of("auth.microsoft.session-format", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal)
				.detail("format", format);
	}

	static Problem answer(String issuer, int status) {
		return Problem.of("auth.provider-answer", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).with("issuer", issuer).detail("status", status);
	}

	static Problem idToken(String issuer, String reason) {
		return Problem.of("auth.id-token", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}

	static Problem clockWrong(String issuer, Object providerTime, Object ownTime) {
		return Problem.of("auth.clock-wrong", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.CHECK_CLOCK).with("issuer", issuer)
				.detail("provider", providerTime).detail("computer", ownTime);
	}

	static Problem rightsMissing(String principal, String scopes) {
		return Problem.of("auth.rights-missing", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal)
				.detail("missing", scopes);
	}

	static Problem expired(String principal) {
		return Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal);
	}

	static Problem deviceExpired() {
		return Problem.of("auth.device-expired", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN);
	}

	static Problem cancelled() {
		return Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
	}
}
