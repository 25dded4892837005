package org.postkontor.auth.microsoft.internal;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Problems that do not come from an {@code error} of Microsoft (those: {@link org.postkontor.auth.spi.OAuthErrors}). */
final class MicrosoftProblems {
	private MicrosoftProblems() {
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
}
