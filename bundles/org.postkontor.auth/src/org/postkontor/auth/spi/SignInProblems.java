package org.postkontor.auth.spi;

import java.time.Duration;
import java.time.Instant;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * Problems that every OAuth provider may have without an {@code error} of the other side (those: {@link OAuthErrors}). Their
 * texts, with the values that they mention, are part of the product's catalogue.
 */
public final class SignInProblems {
	private SignInProblems() {
	}

	/** No client id in the account, the branding or the declaration. */
	public static Problem clientUnknown(String issuer) {
		return Problem.of("auth.client-unknown", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP).with("issuer", issuer);
	}

	/** An answer that is neither a token nor an OAuth error: says nothing about the stored sign-in. */
	public static Problem answer(String issuer, int status) {
		return Problem.of("auth.provider-answer", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).with("issuer", issuer).detail("status", status);
	}

	/** @param reason which check failed; shown to administrators only */
	public static Problem idToken(String issuer, String reason) {
		return Problem.of("auth.id-token", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.REPORT).with("issuer", issuer).detail("reason", reason);
	}

	/** The text says by how much the clock is off. */
	public static Problem clockWrong(String issuer, Instant providerTime, Instant ownTime) {
		Duration offset = Duration.between(providerTime, ownTime);
		Duration off = offset.abs();
		return Problem.of("auth.clock-wrong", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.CHECK_CLOCK).with("issuer", issuer)
				.with("offset", String.format("%s%d:%02d:%02d", offset.isNegative() ? "-" : "+", off.toHours(), off.toMinutesPart(), off.toSecondsPart()))
				.detail("provider", providerTime).detail("computer", ownTime);
	}

	/** @param scopes the missing ones, separated by blanks */
	public static Problem rightsMissing(String principal, String scopes) {
		return Problem.of("auth.rights-missing", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal)
				.detail("missing", scopes);
	}

	/** Nothing is left to refresh with. */
	public static Problem expired(String principal) {
		return Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal);
	}

	/** The code for another device was not entered in time. */
	public static Problem deviceExpired() {
		return Problem.of("auth.device-expired", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN);
	}

	/** The person cancelled; never shown as an error. */
	public static Problem cancelled() {
		return Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
	}
}
